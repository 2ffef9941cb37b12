package org.caseward.bench.population;

import java.util.List;

/**
 * What a report really is: for whoever counts, never for what is measured.
 *
 * @param kind what it is about
 * @param household how the people around its patient may be mixed up with them
 * @param number what claim number it bears
 * @param personId on file; empty for a stranger
 * @param caseNumbers where it belongs; empty where it belongs on no case
 */
public record Truth(Kind kind, String household, Number number, String personId, List<String> caseNumbers) {
    /** What a report is about. */
    public enum Kind {
        OPEN_CASE,
        CLOSED_CASE,
        /** Somebody on file, with an injury that is not. */
        NEW_INJURY,
        STRANGER,
        /** Not on file, but a spouse, twin, brother, sister, father or son of somebody who is. */
        RELATIVE_STRANGER,
        /** Not on file, with the name and birth date of somebody who is. */
        NAMESAKE_STRANGER
    }

    /** Whose number a report bears. */
    public enum Number {
        NONE,
        RIGHT,
        /** Of no case, or by bad luck of any. */
        GARBLED,
        OTHER_OWN_CASE,
        RELATIVE,
        ANYBODY,
        /** A number of a case that is not on file. */
        UNKNOWN
    }

    public boolean known() {
        return !personId.isEmpty();
    }

    /** {@code OPEN_CASE/TWINS/RIGHT}, for tallies. */
    public String words() {
        return kind + "/" + household + "/" + number;
    }
}
