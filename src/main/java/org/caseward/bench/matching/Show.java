package org.caseward.bench.matching;

import java.util.List;
import java.util.stream.Stream;
import org.caseward.bench.population.Sent;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.Person;
import org.caseward.matching.MatchResult;
import org.caseward.report.FieldValue;
import org.jspecify.annotations.Nullable;

/** One made-up report in full, beside who was found for it: to understand a figure. */
final class Show {
    private Show() {}

    static List<String> lines(Sent sent, Agency.Look look) {
        MatchResult result = look.judgement().result();
        Stream<String> fields = sent.report().fields().values().entrySet().stream()
                .map(e -> "  says " + e.getKey() + " = "
                        + e.getValue().stream().map(Show::value).toList());
        Stream<String> found = look.people().stream()
                .flatMap(p -> Stream.concat(
                        Stream.of("  found " + person(p.person())),
                        p.cases().stream().map(c -> "    case " + caseFile(c.file()))));
        Stream<String> candidates = result.candidates().stream()
                .map(c -> "  candidate " + c.caseNumber() + " " + c.score() + " agrees " + c.agree() + " disagrees "
                        + c.disagree());
        Stream<String> gates =
                result.gates().stream().filter(g -> !g.passed()).map(g -> "  gate " + g.name() + ": " + g.reason());
        return Stream.of(
                        Stream.of("truth: " + sent.truth()),
                        fields,
                        found,
                        candidates,
                        gates,
                        Stream.of("  decision " + result.decision() + " " + result.cases() + ", posterior "
                                + look.judgement().posterior()))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String value(FieldValue value) {
        return value.confidence() == 1
                ? value.value()
                : value.value() + " (" + Math.round(value.confidence() * 100) + " %)";
    }

    private static String person(Person p) {
        return join(
                p.id(),
                p.family(),
                p.formerFamily(),
                p.given(),
                p.middle(),
                p.suffix(),
                p.birthDate(),
                p.sex(),
                p.ssnLast4(),
                p.employeeNumber(),
                p.phones(),
                p.address() == null
                        ? null
                        : p.address().line() + " " + p.address().zip());
    }

    private static String caseFile(CaseFile c) {
        return join(c.numbers(), c.status(), c.injuryDate(), c.bodyParts(), c.diagnoses(), c.employer(), c.providers());
    }

    private static String join(@Nullable Object... parts) {
        StringBuilder line = new StringBuilder();
        for (Object part : parts) {
            line.append(part == null ? "–" : part).append(" | ");
        }
        return line.toString();
    }
}
