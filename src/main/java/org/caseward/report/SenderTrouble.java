package org.caseward.report;

import java.util.List;

/**
 * Told when somebody who sends does what IT should look at: breaks off, sends too much, shows a certificate that does not fit.
 *
 * @param kind a stable word
 * @param subject a listener, connection or receipt; never a person
 * @param text what happened, why and what to do next
 * @param programs whose engineers should see it; empty means all
 */
public record SenderTrouble(String kind, String subject, String text, List<String> programs) {
    public SenderTrouble {
        programs = List.copyOf(programs);
    }
}
