package org.caseward.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caseward.matching.MatchResult;
import org.caseward.report.Evidence;
import org.caseward.report.FieldValue;
import org.caseward.review.ReportSheet.Candidate;
import org.caseward.review.ReportSheet.Group;
import org.caseward.review.ReportSheet.Leaf;
import org.caseward.review.ReportSheet.Outline;
import org.caseward.review.ReportSheet.Row;
import org.caseward.review.ReportSheet.Said;
import org.caseward.review.ReportSheet.Trust;

/** Lays a report's values out for its page: in groups as people read them, as boxes on page images, as lines of a message. */
record SheetLayout(Wording wording) {
    private static final List<String> GROUPS = List.of("person", "injury", "work", "provider", "more");
    private static final List<String> INJURY =
            List.of("claimNumber", "injuryDate", "bodyPart", "diagnosis", "employer", "unit");
    private static final List<String> WORK = List.of(
            "workStatus",
            "workStatus.from",
            "workStatus.through",
            "restriction",
            "serviceDate",
            "followUpDate",
            "mmi",
            "mmiDate");
    private static final List<String> PERSON = List.of(
            "patient.family", "patient.given", "patient.middle", "patient.suffix", "patient.birthDate", "patient.sex");

    private static String group(String field) {
        if (field.startsWith("patient.")) {
            return "person";
        }
        if (field.startsWith("provider.") || field.startsWith("signature.")) {
            return "provider";
        }
        return INJURY.contains(field) ? "injury" : WORK.contains(field) ? "work" : "more";
    }

    /** Fields that people look for first come first; the others follow by name. */
    private static int rank(Row row) {
        String field = row.key().substring(0, row.key().indexOf('#'));
        return java.util.stream.Stream.of(PERSON, INJURY, WORK)
                .mapToInt(list -> list.indexOf(field))
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    List<Group> groups(DeskReport report) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        GROUPS.forEach(group -> rows.put(group, new ArrayList<>()));
        each(
                report,
                (name, key, value) -> rows.computeIfAbsent(group(name), g -> new ArrayList<>())
                        .add(row(name, key, value)));
        return rows.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Group(wording.of("group", entry.getKey()), ordered(entry.getValue())))
                .toList();
    }

    private static List<Row> ordered(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparingInt(SheetLayout::rank)).toList();
    }

    private Row row(String name, String key, FieldValue value) {
        String shown = wording.value(name, value.value());
        boolean differs = !value.raw().isBlank()
                && !value.raw().equalsIgnoreCase(shown)
                && !value.raw().equals(value.value());
        return new Row(
                key,
                wording.of("field", name),
                shown,
                differs ? value.raw() : null,
                Trust.of(value.confidence()),
                wording.of("method", value.method()),
                value.evidence().stream().findFirst().map(SheetLayout::where).orElse(""));
    }

    private static String where(Evidence evidence) {
        return switch (evidence) {
            case Evidence.OnPage on -> "p. " + on.page();
            case Evidence.AtPath at -> at.path();
        };
    }

    List<Leaf> leaves(DeskReport report, List<ReportStory.PageImage> pages) {
        return pages.stream()
                .map(page -> new Leaf(page.number(), page.width(), page.height(), outlines(report, page)))
                .toList();
    }

    private List<Outline> outlines(DeskReport report, ReportStory.PageImage page) {
        List<Outline> outlines = new ArrayList<>();
        each(
                report,
                (name, key, value) -> value.evidence().forEach(evidence -> {
                    if (evidence instanceof Evidence.OnPage(int number, var box) && number == page.number()) {
                        double air = page.width() * 0.004;
                        outlines.add(new Outline(
                                key,
                                Trust.of(value.confidence()).word(),
                                box.x() * page.width() - air,
                                box.y() * page.height() - air,
                                box.w() * page.width() + 2 * air,
                                box.h() * page.height() + 2 * air));
                    }
                }));
        return outlines;
    }

    List<Said> said(DeskReport report) {
        List<Said> said = new ArrayList<>();
        each(
                report,
                (name, key, value) -> value.evidence().forEach(evidence -> {
                    if (evidence instanceof Evidence.AtPath(String path)) {
                        said.add(new Said(key, path, value.raw()));
                    }
                }));
        said.sort(Comparator.comparing(Said::path));
        return said;
    }

    static List<Candidate> candidates(MatchResult match, List<CaseCard> cards) {
        Map<String, CaseCard> byCase = cards.stream()
                .collect(Collectors.toMap(
                        card -> card.program() + "/" + card.caseNumber(), Function.identity(), (a, b) -> a));
        return match.candidates().stream()
                .map(found -> new Candidate(
                        found, Optional.ofNullable(byCase.get(found.program() + "/" + found.caseNumber()))))
                .toList();
    }

    private interface Each {
        void accept(String name, String key, FieldValue value);
    }

    private static void each(DeskReport report, Each each) {
        report.fields().values().forEach((name, values) -> {
            for (int i = 0; i < values.size(); i++) {
                each.accept(name, name + "#" + i, values.get(i));
            }
        });
    }
}
