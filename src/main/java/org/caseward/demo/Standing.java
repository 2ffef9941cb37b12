package org.caseward.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caseward.demo.ReportsApi.Seen;
import org.caseward.demo.samples.Expected;
import org.caseward.demo.samples.Sample;
import org.caseward.demo.senders.Answer;

/**
 * Where a sample stands.
 *
 * @param answer what its sender was told; empty until then
 * @param reports what the hub shows for it, newest first
 */
record Standing(Sample sample, Optional<Answer> answer, List<Seen> reports) {
    private static final Set<String> ENDS = Set.of("filed", "in_review", "rejected", "quarantined");

    Standing {
        reports = List.copyOf(reports);
    }

    static Standing waiting(Sample sample) {
        return new Standing(sample, Optional.empty(), List.of());
    }

    Standing answered(Answer given) {
        return new Standing(sample, Optional.of(given), reports);
    }

    Standing seen(List<Seen> found) {
        return new Standing(sample, answer, found);
    }

    String state() {
        return reports.isEmpty() ? "none" : reports.getFirst().state();
    }

    /** The case it is filed on; for a report that nobody should be named for, also one that is only proposed. */
    Optional<String> caseNumber() {
        return reports.stream()
                .filter(r -> r.state().equals("filed") || sample.expected().nobody())
                .flatMap(r -> r.caseNumber().stream())
                .findFirst();
    }

    long receipts() {
        return reports.stream().map(Seen::receipt).distinct().count();
    }

    /** Whether nothing more is to be waited for. */
    boolean settled() {
        return answer.isPresent() && (!sample.expected().isKept() || !reports.isEmpty() && ENDS.containsAll(states()));
    }

    private List<String> states() {
        return reports.stream().map(Seen::state).toList();
    }

    /**
     * What is not as it should be, in words; empty where all is well.
     *
     * @param receiptsExpected of all samples that send these very bytes under this control id
     */
    List<String> differences(long receiptsExpected) {
        Expected expected = sample.expected();
        String told = answer.map(Answer::code).orElse("nothing");
        return Stream.of(
                        differs(
                                "answer",
                                expected.answer(),
                                told,
                                answer.filter(a -> a.is(expected.answer())).isPresent()),
                        differs("state", expected.state(), state(), state().equals(expected.state())),
                        differs(
                                "case",
                                expected.caseNumber().orElse("none"),
                                caseNumber().orElse("none"),
                                caseNumber().equals(expected.caseNumber())),
                        differs(
                                "receipts",
                                String.valueOf(receiptsExpected),
                                String.valueOf(receipts()),
                                receipts() == receiptsExpected))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> differs(String what, String expected, String found, boolean same) {
        return same ? Optional.empty() : Optional.of(what + " is " + found + ", should be " + expected);
    }
}
