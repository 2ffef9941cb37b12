package org.caseward.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.matching.scoring.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What matching found, in the shape the JSON API shows as {@code match}.
 *
 * @param program the program that claims the report; empty where none of its connection's programs can
 * @param candidates best first, at most five
 * @param outcome what is most probable
 * @param posterior the probability, 0 to 1, that the report belongs to the cases named here
 */
public record MatchResult(
        Decision decision,
        Optional<String> program,
        List<CaseMatch> cases,
        List<Candidate> candidates,
        List<Gate> gates,
        String modelVersion,
        @Nullable Outcome outcome,
        @Nullable Double posterior) {
    public MatchResult {
        cases = List.copyOf(cases);
        candidates = List.copyOf(candidates);
        gates = List.copyOf(gates);
    }

    /** One of which no probability is known, as those of models before fs-2. */
    public MatchResult(
            Decision decision,
            Optional<String> program,
            List<CaseMatch> cases,
            List<Candidate> candidates,
            List<Gate> gates,
            String modelVersion) {
        this(decision, program, cases, candidates, gates, modelVersion, null, null);
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
                        modelVersion,
                        outcome,
                        posterior)
                : new MatchResult(decision, program, cases, candidates, all, modelVersion, outcome, posterior);
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
     * @param posterior the probability, 0 to 1, that the report belongs to this case
     * @param waterfall how the score comes about, step by step, the prior first
     */
    public record Candidate(
            String program,
            String caseNumber,
            double score,
            List<String> agree,
            List<String> disagree,
            @Nullable Double posterior,
            List<Step> waterfall) {
        public Candidate {
            agree = List.copyOf(agree);
            disagree = List.copyOf(disagree);
            // results stored before there were waterfalls have none
            waterfall = waterfall == null ? List.of() : List.copyOf(waterfall);
        }

        public Candidate(String program, String caseNumber, double score, List<String> agree, List<String> disagree) {
            this(program, caseNumber, score, agree, disagree, null, List.of());
        }
    }

    /**
     * One step of a waterfall.
     *
     * @param words {@code birth date agrees except one digit: +5.2}
     * @param bits what this step adds, and {@code sum} all steps up to it; rounded to tenths
     */
    public record Step(String words, double bits, double sum) {}

    /** A named policy's verdict on filing without a person. */
    public record Gate(String name, boolean passed, String reason) {}
}
