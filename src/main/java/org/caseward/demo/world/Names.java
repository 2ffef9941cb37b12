package org.caseward.demo.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Draws names and places from the lists in {@code resources/demo}. */
final class Names {
    private static final List<String> FAMILIES = lines("family-names.txt");
    private static final List<String> GIVEN = lines("given-names.txt");
    private static final List<String> STREETS = lines("streets.txt");
    private static final List<String> TOWNS = lines("towns.txt");
    private static final List<String> STREET_KINDS = List.of("St", "Ave", "Rd", "Ct", "Dr", "Ln", "Pl");

    private Names() {}

    static String family(Random random) {
        return one(FAMILIES, random);
    }

    /** A line {@code F Name} or {@code M Name}: the sex on the record, then the name. */
    static String given(Random random) {
        return one(GIVEN, random);
    }

    static Home home(Random random) {
        String line = (100 + random.nextInt(9800)) + " " + one(STREETS, random) + " " + one(STREET_KINDS, random);
        String[] town = one(TOWNS, random).split("\\|");
        String phone = "(%s) 555-01%02d".formatted(town[2], random.nextInt(100));
        return new Home(new Person.Address(line, town[0], "IL", town[1]), phone);
    }

    record Home(Person.Address address, String phone) {}

    static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Names.class.getResourceAsStream("/demo/" + resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
