package org.caseward.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** What was asked of the send command. */
record SendArguments(List<Path> files, String channel, Path data) {
    private static final Set<String> CHANNELS = Set.of("mllp", "mllps", "fhir", "email", "fax", "sftp", "portal");

    SendArguments {
        files = List.copyOf(files);
    }

    /** @throws IllegalArgumentException with words for the person who typed it */
    static SendArguments of(List<String> arguments) {
        List<Path> files = new ArrayList<>();
        String channel = "";
        Path data = Path.of("data", "demo");
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String word = left.pop();
            switch (word) {
                case "--to" -> channel = value(word, left);
                case "--data" -> data = Path.of(value(word, left));
                default -> files.add(file(word));
            }
        }
        require(!files.isEmpty(), "No file was named.");
        require(CHANNELS.contains(channel), "--to needs one of mllp, mllps, fhir, email, fax, sftp, portal.");
        return new SendArguments(files, channel, data);
    }

    private static String value(String option, Deque<String> left) {
        require(!left.isEmpty(), option + " needs a value.");
        return left.pop();
    }

    private static Path file(String word) {
        require(!word.startsWith("--"), "There is no option " + word + ".");
        require(Files.isReadable(Path.of(word)), "There is no file " + word + " that can be read.");
        return Path.of(word);
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
