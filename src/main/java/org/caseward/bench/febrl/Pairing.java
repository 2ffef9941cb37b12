package org.caseward.bench.febrl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caseward.bench.febrl.FebrlSet.Entry;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.learning.Learning;
import org.caseward.matching.scoring.Frequencies;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.ScoredPerson;
import org.caseward.matching.scoring.Trait;

/** Compares every two records that share a search key, and joins those that are more probably one person than not; who is joined to one is joined to all of theirs. */
final class Pairing {
    /** Candidates' strangers are more alike than strangers are: how often those agree stays as the product's model has it. */
    private static final Learning.Settings LEARNING = new Learning.Settings(200, 0.2, 200_000, 20261122, true);

    private final List<Entry> entries;
    private final List<int[]> candidates = new ArrayList<>();
    private final int[] group;

    Pairing(FebrlSet set) {
        entries = set.entries();
        group = new int[entries.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        findCandidates();
    }

    private void findCandidates() {
        Map<Long, List<Integer>> byKey = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            for (Long key : entries.get(i).person().keys()) {
                byKey.computeIfAbsent(key, k -> new ArrayList<>(2)).add(i);
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            Set<Integer> found = new TreeSet<>();
            for (Long key : MatchKeys.kinds(entries.get(i).facts().identity()).keySet()) {
                List<Integer> sharing = byKey.getOrDefault(key, List.of());
                if (sharing.size() <= MatchKeys.TOO_COMMON) {
                    found.addAll(sharing);
                }
            }
            int one = i;
            found.stream().filter(other -> other != one).forEach(other -> candidates.add(new int[] {one, other}));
        }
    }

    List<int[]> candidates() {
        return candidates;
    }

    /** The share of true pairs among the candidates of all true pairs. */
    double recall() {
        Set<Long> pairs = new TreeSet<>();
        candidates.stream().filter(p -> same(p[0], p[1])).forEach(p -> pairs.add(number(p[0], p[1])));
        return (double) pairs.size() / truePairs();
    }

    /** A model of the set's own, from the candidates alone: which of them are one person is not looked at. */
    Learning.Learned learn() {
        List<Map<Trait, Level>> pairs = candidates.stream()
                .map(p -> Learning.levels(
                        entries.get(p[0]).facts(), entries.get(p[1]).person(), Model.CURRENT))
                .toList();
        return Learning.estimate(pairs, Model.CURRENT, "febrl", LEARNING);
    }

    /** Joins who is more probably one person than this; so many doubles as were learned are expected of a record, each other one alike. */
    Pairing join(Learning.Learned learned, double posterior) {
        Frequencies frequencies = Frequencies.of(Map.of(
                FebrlSet.PROGRAM,
                Frequencies.Counts.of(entries.stream().map(e -> e.person().person()))));
        double doubles = learned.share() * candidates.size() / entries.size();
        double needed = Math.log(posterior / (1 - posterior) * (entries.size() - 1) / doubles) / Math.log(2);
        for (int[] pair : candidates) {
            ScoredPerson scored = ScoredPerson.of(
                    entries.get(pair[0]).facts(), entries.get(pair[1]).person(), frequencies, learned.model());
            if (scored.bits() >= needed) {
                group[root(pair[0])] = root(pair[1]);
            }
        }
        return this;
    }

    boolean linked(int one, int other) {
        return root(one) == root(other);
    }

    private int root(int entry) {
        int at = entry;
        while (group[at] != at) {
            at = group[at];
        }
        return at;
    }

    /** @param found pairs joined; {@code right} of them truly one person; {@code all} there are */
    record Score(long found, long right, long all) {
        double f1() {
            return 2.0 * right / (found + all);
        }

        Score and(Score other) {
            return new Score(found + other.found, right + other.right, all + other.all);
        }
    }

    Score score() {
        long found = 0;
        long right = 0;
        for (int i = 0; i < group.length; i++) {
            for (int j = i + 1; j < group.length; j++) {
                if (linked(i, j)) {
                    found++;
                    right += same(i, j) ? 1 : 0;
                }
            }
        }
        return new Score(found, right, truePairs());
    }

    private long truePairs() {
        Map<String, Integer> sizes = new HashMap<>();
        entries.forEach(e -> sizes.merge(e.original(), 1, Integer::sum));
        return sizes.values().stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
    }

    private boolean same(int one, int other) {
        return entries.get(one).original().equals(entries.get(other).original());
    }

    private long number(int one, int other) {
        return (long) Math.min(one, other) * entries.size() + Math.max(one, other);
    }
}
