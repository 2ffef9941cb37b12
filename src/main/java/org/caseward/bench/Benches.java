package org.caseward.bench;

import java.util.List;

/** All benches there are: a new one has its line here. */
public final class Benches {
    public static final List<Bench> ALL = List.of();

    private Benches() {}

    /** The bench of this name, or all of the group with it. */
    static List<Bench> named(List<Bench> all, String name) {
        return all.stream()
                .filter(bench -> bench.name().equals(name) || bench.name().startsWith(name + " "))
                .toList();
    }
}
