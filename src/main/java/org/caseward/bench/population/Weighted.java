package org.caseward.bench.population;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Picks values as often as their weights say, in constant time (Walker's alias method). */
final class Weighted<T> {
    private final List<T> values;
    private final double[] keep;
    private final int[] alias;

    Weighted(List<T> values, double[] weights) {
        this.values = List.copyOf(values);
        int n = values.size();
        this.keep = new double[n];
        this.alias = new int[n];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] scaled = new double[n];
        Deque<Integer> small = new ArrayDeque<>();
        Deque<Integer> large = new ArrayDeque<>();
        for (int i = 0; i < n; i++) {
            scaled[i] = weights[i] * n / sum;
            (scaled[i] < 1 ? small : large).push(i);
        }
        pair(scaled, small, large);
    }

    static <T> Weighted<T> of(Map<T, Double> weights) {
        List<T> values = List.copyOf(weights.keySet());
        return new Weighted<>(values, values.stream().mapToDouble(weights::get).toArray());
    }

    /** Ranked values by Zipf's law: the n-th is as frequent as {@code 1 / (n + shift)}. */
    static <T> Weighted<T> zipf(List<T> ranked, double shift) {
        return new Weighted<>(
                ranked,
                IntStream.range(0, ranked.size())
                        .mapToDouble(i -> 1 / (i + shift))
                        .toArray());
    }

    private void pair(double[] scaled, Deque<Integer> small, Deque<Integer> large) {
        while (!small.isEmpty() && !large.isEmpty()) {
            int less = small.pop();
            int more = large.pop();
            keep[less] = scaled[less];
            alias[less] = more;
            scaled[more] += scaled[less] - 1;
            (scaled[more] < 1 ? small : large).push(more);
        }
        small.forEach(i -> keep[i] = 1);
        large.forEach(i -> keep[i] = 1);
    }

    T pick(RandomGenerator random) {
        int at = random.nextInt(keep.length);
        return values.get(random.nextDouble() < keep[at] ? at : alias[at]);
    }

    int size() {
        return values.size();
    }
}
