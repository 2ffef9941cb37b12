package org.caseward.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.matching.MatchResult;
import org.caseward.report.ReportState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what the page of a report shows. */
@Component
class ReportSheets {
    private static final int MOST_HITS = 10;

    private final ReportStory story;
    private final CaseLookup cases;
    private final SheetLayout layout;
    private final VersionChanges versions;

    ReportSheets(ReportStory story, CaseLookup cases, Wording wording, VersionChanges versions) {
        this.versions = versions;
        this.story = story;
        this.cases = cases;
        this.layout = new SheetLayout(wording);
    }

    ReportSheet of(JdbcClient desk, Sight sight, DeskReport report) {
        List<ReportStory.PageImage> pages = story.pages(desk, report.id());
        List<MatchResult.Gate> failing = report.match().map(MatchResult::gates).orElse(List.of()).stream()
                .filter(gate -> !gate.passed())
                .toList();
        return new ReportSheet(
                report,
                beyond(report, failing),
                layout.groups(report),
                layout.leaves(report, pages),
                layout.said(report),
                candidates(desk, report),
                failing,
                versions.of(desk, report),
                story.history(desk, List.of(report.id())).getOrDefault(report.id(), List.of()),
                story.relatives(desk, List.of(report.receiptNumber())).getOrDefault(report.receiptNumber(), List.of()),
                report.state() == ReportState.IN_REVIEW && sight.mayDecide(report),
                report.state() == ReportState.FILED && sight.mayDecide(report)
                        ? Moving.filedOn(desk, report.id())
                        : List.of());
    }

    /** Only what was received and read: nothing of what was decided, matched or done since. */
    ReportSheet undecided(JdbcClient desk, DeskReport report) {
        return new ReportSheet(
                report,
                "",
                layout.groups(report),
                layout.leaves(report, story.pages(desk, report.id())),
                layout.said(report),
                List.of(),
                List.of(),
                VersionChanges.Shown.NOTHING,
                List.of(),
                List.of(),
                false,
                List.of());
    }

    /** What the report waits for besides the gates, whose reasons the decision has put into one text with it. */
    private static String beyond(DeskReport report, List<MatchResult.Gate> failing) {
        List<String> said = failing.stream().map(MatchResult.Gate::reason).toList();
        return Stream.of(Optional.ofNullable(report.reason()).orElse("").split(Recorder.AND_ALSO))
                .filter(reason -> !said.contains(reason))
                .collect(Collectors.joining(Recorder.AND_ALSO));
    }

    /** Type and receipt number: a window's title is seen by others, and names nobody. */
    String title(DeskReport report) {
        return layout.wording().of("type", report.type().code()) + " " + report.receiptNumber();
    }

    private List<ReportSheet.Candidate> candidates(JdbcClient desk, DeskReport report) {
        Optional<MatchResult> match = report.match();
        if (match.isEmpty() || match.get().candidates().isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> numbers = match.get().candidates().stream()
                .collect(Collectors.groupingBy(
                        MatchResult.Candidate::program,
                        Collectors.mapping(MatchResult.Candidate::caseNumber, Collectors.toList())));
        List<CaseCard> cards = numbers.entrySet().stream()
                .flatMap(entry -> cases.byNumber(desk, List.of(entry.getKey()), entry.getValue()).stream())
                .toList();
        return SheetLayout.candidates(match.get(), cards);
    }

    List<CaseCard> search(JdbcClient desk, Sight sight, DeskReport report, String text) {
        return cases.search(desk, sight.filesInto(report), text.strip(), MOST_HITS);
    }
}
