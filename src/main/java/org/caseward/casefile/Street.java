package org.caseward.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A street address, made comparable: its house number, the first word of the street's own name, and the five-digit zip code. What people write differently (street kinds,
 * directions, flats, the town) is left out.
 *
 * @param zip five digits; empty where none is given
 */
public record Street(String house, String name, String zip) {
    private static final Set<String> NO_NAME = Set.of(
            "N", "S", "E", "W", "NE", "NW", "SE", "SW", "NORTH", "SOUTH", "EAST", "WEST", "APT", "UNIT", "STE", "NO",
            "THE", "OLD");
    private static final List<String> KINDS = List.of(
            "STREET", "AVENUE", "ROAD", "PLACE", "CRESCENT", "DRIVE", "COURT", "LANE", "CIRCUIT", "CLOSE", "BOULEVARD");
    private static final int ZIP = 5;

    /** Reads an address written in one line; empty where no house and street can be made out. */
    public static Optional<Street> of(String text) {
        List<String> words = words(text);
        int house = houseAt(words);
        if (house < 0) {
            return Optional.empty();
        }
        String street = "";
        for (int i = house + 1; i < words.size() && street.isEmpty(); i++) {
            street = NO_NAME.contains(words.get(i)) ? "" : bare(words.get(i));
        }
        return street.isEmpty()
                ? Optional.empty()
                : Optional.of(new Street(words.get(house), street, zip(words, house)));
    }

    public static Optional<Street> of(PostalAddress address) {
        return address.line() == null
                ? Optional.empty()
                : of(address.line())
                        .map(a -> new Street(
                                a.house, a.name, address.zip() == null ? "" : head(Numbers.digits(address.zip()))));
    }

    /** Whether enough is there to find somebody by it. */
    boolean searchable() {
        return !zip.isEmpty();
    }

    private static int houseAt(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (Character.isDigit(words.get(i).charAt(0))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code GOODWINSTREET} is {@code GOODWIN}. */
    private static String bare(String name) {
        for (String kind : KINDS) {
            if (name.length() > kind.length() + 2 && name.endsWith(kind)) {
                return name.substring(0, name.length() - kind.length());
            }
        }
        return name;
    }

    private static String zip(List<String> words, int house) {
        for (int i = words.size() - 1; i > house + 1; i--) {
            String word = words.get(i);
            if ((word.length() == ZIP || word.length() == 9)
                    && Numbers.digits(word).length() == word.length()) {
                return head(word);
            }
        }
        return "";
    }

    private static String head(String digits) {
        return digits.length() < ZIP ? "" : digits.substring(0, ZIP);
    }

    private static List<String> words(String text) {
        String capitals = Latin.capitals(text);
        List<String> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= capitals.length(); i++) {
            boolean inside = i < capitals.length() && Character.isLetterOrDigit(capitals.charAt(i));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                words.add(capitals.substring(from, i));
                from = -1;
            }
        }
        return words;
    }

    @Override
    public String toString() {
        return "Street";
    }
}
