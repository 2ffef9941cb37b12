package org.caseward.matching;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseward.extraction.ExtractedReport;
import org.caseward.register.Register;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.springframework.stereotype.Component;

/** Recognises a report whose content, or a paper inside it, came before by any channel: it is linked to the first one and goes to a person. */
@Component("copies")
public class Copies {
    private final Register register;

    Copies(Register register) {
        this.register = register;
    }

    public ExtractedReport recognise(ExtractedReport report) {
        ReceivedReport received = report.received();
        if (!received.pages().isEmpty()) {
            // a part that a person split off shares its content with its siblings on purpose
            return report;
        }
        List<byte[]> contents = new ArrayList<>(report.embedded());
        contents.add(sha256(received.content()));
        Optional<ReportId> earlier = register.claimContents(received.id(), received.programs(), contents);
        return earlier.isEmpty()
                ? report
                : new ExtractedReport(
                        received.asCopyOf(earlier.get()),
                        report.source(),
                        report.pages(),
                        report.embedded(),
                        report.notes());
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
