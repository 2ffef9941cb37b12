package org.caseward.report;

import java.util.List;

/**
 * Told when a connection does not work as it should and a person must look, or know.
 *
 * @param kind a stable word
 * @param text what happened, why and what to do next; nothing of a person
 */
public record ConnectionTroubled(String kind, String connection, List<String> programs, String text) {
    public ConnectionTroubled {
        programs = List.copyOf(programs);
    }
}
