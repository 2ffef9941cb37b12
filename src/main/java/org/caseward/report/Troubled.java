package org.caseward.report;

import java.util.List;

/**
 * Told when something does not work as it should and a person must look, or know.
 *
 * @param kind a stable word
 * @param subject a connection, listener, file or task; never a person
 * @param programs whose engineers are told; empty where it concerns the hub itself
 * @param text what happened, why and what to do next; nothing of a person
 */
public record Troubled(String kind, String subject, List<String> programs, String text) {
    public Troubled {
        programs = List.copyOf(programs);
    }
}
