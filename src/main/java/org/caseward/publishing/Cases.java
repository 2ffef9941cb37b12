package org.caseward.publishing;

import java.util.Optional;

/** What publishing asks of the case file. */
interface Cases {
    boolean open(String program, String caseNumber);

    Optional<String> person(String program, String caseNumber);
}
