package org.caseward.publishing;

import java.util.Optional;
import org.caseward.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** What publishing asks of the case file. */
@Component
class Cases {
    private final CaseFiles files;

    Cases(CaseFiles files) {
        this.files = files;
    }

    boolean open(String program, String caseNumber) {
        return files.isOpen(program, caseNumber);
    }

    Optional<String> person(String program, String caseNumber) {
        return files.personId(program, caseNumber);
    }
}
