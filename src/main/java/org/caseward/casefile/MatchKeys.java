package org.caseward.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Derives the hashed candidate keys of an {@link Identity}: two that share a key are worth comparing. A key is 64 bits of a hash (FNV-1a, well mixed at its end) of its kind
 * and text; it is no secret, and a collision only costs one comparison.
 */
public final class MatchKeys {
    /** Goes up whenever a key is derived otherwise than before. */
    public static final int VERSION = 2;
    /** A key that more people of a program than this share says too little to be worth following. */
    public static final int TOO_COMMON = 50;

    /** What a key is made of. */
    public enum Kind {
        NUMBER,
        EMPLOYEE,
        /** The employee number's characters in order, for neighbours in each other's place, with both initials. */
        EMPLOYEE_SORTED,
        PHONE,
        ADDRESS,
        /** The sound of the family name with the birth date. */
        SOUND_BIRTH,
        /** The given name, or what it is short for, with the birth date: for family names that changed. */
        GIVEN_BIRTH,
        /** The birth date with the zip code, for names that are wrong or missing. */
        BIRTH_ZIP,
        /** Both initials, in either order, with the birth date: for names spelled otherwise. */
        INITIALS_BIRTH,
        /** The sound of the family name with the initial and the year of birth, for birth dates that are wrong. */
        SOUND_YEAR,
        /** Both names, in either order. */
        NAMES,
        SSN_SOUND,
        SSN_GIVEN,
        /** The sound of the family name with the day of the injury. */
        SOUND_INJURY,
        /** None of a report's keys: people of the program whose keys an older version derived, so that not everybody can be found. */
        OUTDATED,
        /** None of a report's keys either: nobody shares one, and who was found is only spelled alike. */
        SPELLED_ALIKE
    }

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final DoubleMetaphone SOUND = sound();

    private final Map<Long, Kind> keys = new LinkedHashMap<>(64);
    private final Set<String> families;
    private final Set<String> sounds;
    private final Set<String> givens;
    private final Set<LocalDate> births;

    private MatchKeys(Identity who) {
        families = who.families().stream()
                .flatMap(f -> Names.familyForms(f).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        sounds = families.stream().map(MatchKeys::soundOf).collect(Collectors.toCollection(LinkedHashSet::new));
        givens = who.givens().stream()
                .map(Names::firstGiven)
                .filter(g -> !g.isEmpty())
                .flatMap(g -> Nicknames.roots(g).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        births = who.birthDates();
    }

    /** About 11 to 13 keys for a person; more where names or numbers are several. */
    public static Set<Long> of(Identity who) {
        return kinds(who).keySet();
    }

    /** The keys, each with what it is made of. */
    public static Map<Long, Kind> kinds(Identity who) {
        MatchKeys made = new MatchKeys(who);
        made.addAll(Kind.NUMBER, who.numbers().stream().map(Numbers::folded).toList());
        made.addAll(
                Kind.EMPLOYEE,
                who.employeeNumbers().stream().map(Numbers::folded).toList());
        who.employeeNumbers().forEach(made::addSorted);
        made.addAll(Kind.PHONE, who.phones().stream().map(Numbers::phone).toList());
        who.streets().stream().filter(Street::searchable).forEach(made::addStreet);
        made.addBirths();
        made.addNames();
        who.ssnLast4s().forEach(made::addSsn);
        who.injuryDates().forEach(made::addInjury);
        return made.keys;
    }

    /** What a case adds to its person's keys: its numbers, and its injury's date with the person's name. */
    public static Set<Long> of(CaseFile file) {
        MatchKeys made = new MatchKeys(Identity.of(file.person()));
        made.addAll(Kind.NUMBER, file.numbers().stream().map(Numbers::folded).toList());
        if (file.injuryDate() != null) {
            made.addInjury(file.injuryDate());
        }
        return made.keys.keySet();
    }

    private void addStreet(Street street) {
        add(Kind.ADDRESS, street.zip(), street.house(), street.name());
        births.forEach(birth -> add(Kind.BIRTH_ZIP, street.zip(), birth.toString()));
    }

    private void addSorted(String employeeNumber) {
        String sorted = sorted(Numbers.folded(employeeNumber));
        for (String given : givens) {
            families.forEach(
                    family -> addPair(Kind.EMPLOYEE_SORTED, given.substring(0, 1), family.substring(0, 1), sorted));
        }
    }

    private static String sorted(String number) {
        char[] characters = number.toCharArray();
        java.util.Arrays.sort(characters);
        return new String(characters);
    }

    private void addBirths() {
        for (LocalDate birth : births) {
            String day = birth.toString();
            sounds.forEach(s -> add(Kind.SOUND_BIRTH, s, day));
            givens.forEach(given -> add(Kind.GIVEN_BIRTH, given, day));
            for (String given : givens) {
                String initial = given.substring(0, 1);
                families.forEach(family -> addPair(Kind.INITIALS_BIRTH, initial, family.substring(0, 1), day));
                sounds.forEach(s -> add(Kind.SOUND_YEAR, s, day.substring(0, 4), initial));
            }
        }
    }

    private void addNames() {
        families.forEach(family -> givens.forEach(given -> addPair(Kind.NAMES, family, given, "")));
    }

    private void addSsn(String ssn) {
        sounds.forEach(s -> add(Kind.SSN_SOUND, ssn, s));
        givens.forEach(given -> add(Kind.SSN_GIVEN, ssn, given));
    }

    private void addInjury(LocalDate day) {
        sounds.forEach(s -> add(Kind.SOUND_INJURY, s, day.toString()));
    }

    private void addAll(Kind kind, Collection<String> texts) {
        texts.stream().filter(t -> !t.isEmpty()).forEach(t -> add(kind, t));
    }

    /** The same key whichever of the two comes first. */
    private void addPair(Kind kind, String one, String other, String more) {
        boolean inOrder = one.compareTo(other) <= 0;
        add(kind, inOrder ? one : other, inOrder ? other : one, more);
    }

    private void add(Kind kind, String... parts) {
        long hash = (BASIS ^ kind.ordinal()) * PRIME;
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * PRIME;
            }
            hash = (hash ^ '\n') * PRIME;
        }
        keys.putIfAbsent(mixed(hash), kind);
    }

    /** The finishing step of MurmurHash3: FNV alone leaves the high bits of short texts alike. */
    private static long mixed(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    /** A name of which no sound can be taken stands for itself. */
    private static String soundOf(String name) {
        String sound = SOUND.encode(name);
        return sound == null || sound.isEmpty() ? name : sound;
    }

    private static DoubleMetaphone sound() {
        DoubleMetaphone sound = new DoubleMetaphone();
        sound.setMaxCodeLen(6);
        return sound;
    }
}
