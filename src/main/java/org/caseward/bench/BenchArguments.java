package org.caseward.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The command line, taken apart.
 *
 * @param name as typed, one or two words
 * @param rest {@code --key}, {@code value}, …
 */
record BenchArguments(String name, List<Bench> benches, Optional<Path> json, boolean check, List<String> rest) {
    /** @throws IllegalArgumentException in words for whoever typed it */
    static BenchArguments of(List<String> arguments, List<Bench> all) {
        int words = 0;
        while (words < arguments.size() && !arguments.get(words).startsWith("--")) {
            words++;
        }
        String name = String.join(" ", arguments.subList(0, words));
        List<String> rest = new ArrayList<>(arguments.subList(words, arguments.size()));
        boolean check = rest.remove("--check");
        int json = rest.indexOf("--json");
        Optional<Path> file = Optional.empty();
        if (json >= 0) {
            rest.remove(json);
            file = Optional.of(Path.of(valueAt(rest, json)));
            rest.remove(json);
        }
        BenchArguments asked = new BenchArguments(name, named(name, all), file, check, List.copyOf(rest));
        asked.benches.forEach(asked::options);
        return asked;
    }

    private static String valueAt(List<String> rest, int at) {
        if (at >= rest.size()) {
            throw new IllegalArgumentException("--json needs a file");
        }
        return rest.get(at);
    }

    private static List<Bench> named(String name, List<Bench> all) {
        List<Bench> found = name.isEmpty() ? List.of() : Benches.named(all, name);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no benchmark '" + name + "'. There are: "
                    + all.stream().map(Bench::name).collect(Collectors.joining(", ")));
        }
        return found;
    }

    BenchOptions options(Bench bench) {
        return BenchOptions.of(bench.options(), rest);
    }

    /** Where several run, each one's metrics bear its name. */
    String prefix(Bench bench) {
        return bench.name().equals(name)
                ? ""
                : bench.name().substring(bench.name().lastIndexOf(' ') + 1) + ".";
    }
}
