package org.caseward.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Derives the hashed candidate keys of an {@link Identity}: two that share a key are worth comparing. A key is the first 64 bits of the SHA-256 of its kind and text;
 * a collision only costs one comparison.
 */
public final class MatchKeys {
    /** Goes up whenever a key is derived otherwise than before. */
    public static final int VERSION = 1;

    private static final DoubleMetaphone SOUND = sound();

    private final Set<Long> keys = new LinkedHashSet<>();
    private final Set<String> families;
    private final Set<String> sounds;
    private final Set<String> givens;
    private final Set<LocalDate> births;

    private MatchKeys(Identity who) {
        families = who.families().stream()
                .flatMap(f -> Names.familyForms(f).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        sounds = families.stream().map(SOUND::encode).collect(Collectors.toCollection(LinkedHashSet::new));
        givens = who.givens().stream()
                .map(Names::firstGiven)
                .filter(g -> !g.isEmpty())
                .flatMap(g -> Nicknames.roots(g).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        births = who.birthDates();
    }

    /** About 8 to 13 keys for a person; more where names or numbers are several. */
    public static Set<Long> of(Identity who) {
        MatchKeys made = new MatchKeys(who);
        who.numbers().stream().map(Numbers::folded).filter(n -> !n.isEmpty()).forEach(n -> made.add("number", n));
        who.employeeNumbers().stream()
                .map(Numbers::folded)
                .filter(n -> !n.isEmpty())
                .forEach(n -> made.add("employee", n));
        who.phones().stream().map(Numbers::phone).filter(p -> !p.isEmpty()).forEach(p -> made.add("phone", p));
        made.addNames();
        made.addSsn(who.ssnLast4s());
        return made.keys;
    }

    private void addNames() {
        for (LocalDate birth : births) {
            families.forEach(family -> add("family+birth", family, birth));
            givens.forEach(given -> add("given+birth", given, birth));
            sounds.forEach(sound ->
                    givens.forEach(given -> add("sound+year+initial", sound, birth.getYear(), given.charAt(0))));
        }
        families.forEach(family -> givens.forEach(given -> add("family+given", family, given)));
    }

    private void addSsn(List<String> ssnLast4s) {
        for (String ssn : ssnLast4s) {
            births.forEach(birth -> add("ssn+birth", ssn, birth));
            sounds.forEach(sound -> add("ssn+sound", ssn, sound));
        }
    }

    private void add(String kind, Object... parts) {
        StringBuilder text = new StringBuilder(kind);
        for (Object part : parts) {
            text.append('\n').append(part);
        }
        keys.add(ByteBuffer.wrap(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)))
                .getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DoubleMetaphone sound() {
        DoubleMetaphone sound = new DoubleMetaphone();
        sound.setMaxCodeLen(6);
        return sound;
    }
}
