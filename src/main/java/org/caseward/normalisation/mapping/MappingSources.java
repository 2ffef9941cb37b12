package org.caseward.normalisation.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of a whole mappings folder, as they were at one moment.
 *
 * @param files by name relative to the folder, with {@code /}
 */
public record MappingSources(SortedMap<String, byte[]> files) {
    public static final String SCHEMA = "mapping.schema.json";
    private static final String MAPPING = ".yaml";
    private static final String TABLE = ".csv";

    public static MappingSources of(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (name.equals(SCHEMA) || name.endsWith(MAPPING) || isTable(name)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return new MappingSources(files);
    }

    /** The same with another text in this file. */
    public MappingSources with(String name, byte[] bytes) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(name, bytes);
        return new MappingSources(changed);
    }

    /** The same with this file as the other sources have it, which may be not at all. */
    public MappingSources as(String name, MappingSources other) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        byte[] theirs = other.files.get(name);
        if (theirs == null) {
            changed.remove(name);
        } else {
            changed.put(name, theirs);
        }
        return new MappingSources(changed);
    }

    /** SHA-256 (hex) of a file, or nothing where there is none of this name. */
    public Optional<String> hash(String name) {
        return Optional.ofNullable(files.get(name)).map(MappingSources::sha256);
    }

    /** By name; of the whole folder. */
    public SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> hashes.put(name, sha256(bytes)));
        return hashes;
    }

    public boolean isSame(MappingSources other) {
        return files.keySet().equals(other.files.keySet())
                && files.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), other.files.get(file.getKey())));
    }

    static boolean isMapping(String name) {
        return name.endsWith(MAPPING);
    }

    static boolean isTable(String name) {
        return name.startsWith("codes/") && name.endsWith(TABLE);
    }

    /** {@code hl7v2/base/any.yaml} is the mapping {@code hl7v2/base/any}. */
    static String id(String name) {
        return name.replaceFirst("\\.yaml$", "");
    }

    /** The name of the file that holds the mapping of this id. */
    public static String file(String id) {
        return id + MAPPING;
    }

    /** In hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "MappingSources" + files.keySet();
    }
}
