package org.caseward.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What matching found, in the shape the JSON API shows as {@code match}.
 *
 * @param program the program that claims the report; empty where none of its connection's programs can
 * @param candidates best first, at most five
 */
public record MatchResult(
        Decision decision,
        Optional<String> program,
        List<CaseMatch> cases,
        List<Candidate> candidates,
        List<Gate> gates,
        String modelVersion) {
    public MatchResult {
        cases = List.copyOf(cases);
        candidates = List.copyOf(candidates);
        gates = List.copyOf(gates);
    }

    /** With one more gate; where it says no, what would have been filed goes to a person. */
    public MatchResult asked(Gate gate) {
        List<Gate> all = Stream.concat(gates.stream(), Stream.of(gate)).toList();
        boolean held = !gate.passed() && decision == Decision.AUTO;
        return held
                ? new MatchResult(
                        Decision.REVIEW,
                        program,
                        cases.stream()
                                .map(one -> new CaseMatch(one.caseNumber(), Decision.REVIEW))
                                .toList(),
                        candidates,
                        all,
                        modelVersion)
                : new MatchResult(decision, program, cases, candidates, all, modelVersion);
    }

    /** {@code AUTO}: every gate passed. {@code REVIEW}: a person decides. {@code NO_CASE}: nobody we know. */
    public enum Decision {
        @JsonProperty("auto")
        AUTO,
        @JsonProperty("review")
        REVIEW,
        @JsonProperty("no_case")
        NO_CASE
    }

    /** One case the report names or fits, with the decision for that case. */
    public record CaseMatch(String caseNumber, Decision decision) {}

    /**
     * @param score the sum of the agreement weights, in bits (log2 of the likelihood ratio)
     * @param agree what agrees, readable, with its weight: {@code birth date agrees: +12.3}
     * @param disagree what contradicts, likewise
     */
    public record Candidate(
            String program, String caseNumber, double score, List<String> agree, List<String> disagree) {
        public Candidate {
            agree = List.copyOf(agree);
            disagree = List.copyOf(disagree);
        }
    }

    /** A named policy's verdict on filing without a person. */
    public record Gate(String name, boolean passed, String reason) {}
}
