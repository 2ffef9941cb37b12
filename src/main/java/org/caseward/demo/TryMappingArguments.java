package org.caseward.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What was asked of the try-mapping command. */
record TryMappingArguments(Path file, String since, Optional<String> program, boolean json, Path data) {
    /** @throws IllegalArgumentException with words for the person who typed it */
    static TryMappingArguments of(List<String> arguments) {
        Optional<Path> file = Optional.empty();
        String since = "7d";
        Optional<String> program = Optional.empty();
        boolean json = false;
        Path data = Path.of("data", "demo");
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String word = left.pop();
            switch (word) {
                case "--since" -> since = value(word, left);
                case "--program" -> program = Optional.of(value(word, left));
                case "--data" -> data = Path.of(value(word, left));
                case "--json" -> json = true;
                default -> file = Optional.of(file(word));
            }
        }
        return new TryMappingArguments(
                file.orElseThrow(() -> new IllegalArgumentException("No mapping file was named.")),
                since,
                program,
                json,
                data);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return left.pop();
    }

    private static Path file(String word) {
        if (word.startsWith("--")) {
            throw new IllegalArgumentException("There is no option " + word + ".");
        }
        if (!Files.isReadable(Path.of(word))) {
            throw new IllegalArgumentException("There is no file " + word + " that can be read.");
        }
        return Path.of(word);
    }
}
