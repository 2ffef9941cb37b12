package org.caseward.intake.fhir;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.StringType;

/** What a sender is shown of a delivery: its own names for it, its receipt, how it stands and what is asked of it. Nothing of what the hub read in it. */
final class SentDocument {
    /** {@code valueCode}: received, needs you, done. */
    static final String STANDING = "urn:caseward:fhir:standing";
    /** {@code valueString}: one thing that the sender is asked for. */
    static final String ASKED = "urn:caseward:fhir:asked";

    /** {@code valueCode}: how far the report can be relied on, L0 to L4. L5 would say that there is a case. */
    static final String LEVEL = "urn:caseward:fhir:level";
    /** {@code valueString}: one thing that keeps it from the next level. */
    static final String LACKING = "urn:caseward:fhir:lacking";

    static final String RECEIPT = "urn:caseward:receipt";

    /** What concerns the paper alone. Whether a diagnosis fits or an absence is long is said of a case, and no sender learns it. */
    private static final Map<String, String> WORDS = Map.of(
            "work-status-missing", "Say the work status: full duty, restricted or off work.",
            "restriction-end-missing", "Give the date on which the restriction or absence ends.",
            "vague-end-date", "Give a date instead of words such as \"until follow-up\".",
            "end-before-start", "The end lies before the start: correct the dates.",
            "explanation-missing", "Explain how the injury prevents work.",
            "signature-missing", "Sign it.",
            "authorization-incomplete", "The authorization lacks one of its parts: complete it.",
            "authorization-expired", "The authorization has expired: send one that is in force.",
            "minimum-data-missing", "Give the patient's name, birth date and the claim or case number.");

    private static final String CALL = "Please call the agency and name the receipt.";

    private SentDocument() {}

    static DocumentReference of(SentReports.Sent sent) {
        DocumentReference document = new DocumentReference();
        document.setId(sent.report().toString());
        document.getMeta().setLastUpdated(Date.from(sent.updated()));
        document.addExtension(new Extension(STANDING, new CodeType(sent.standing())));
        asked(sent).forEach(words -> document.addExtension(new Extension(ASKED, new StringType(words))));
        if (sent.level() != null) {
            document.addExtension(new Extension(LEVEL, new CodeType("L" + sent.level())));
        }
        if (!sent.standing().equals("done")) {
            sent.lacks().forEach(words -> document.addExtension(new Extension(LACKING, new StringType(words))));
        }
        document.setMasterIdentifier(new Identifier().setValue(sent.controlId()));
        document.addIdentifier().setSystem(RECEIPT).setValue(sent.number());
        document.setStatus(DocumentReferenceStatus.CURRENT);
        document.setDate(Date.from(sent.receivedAt()));
        document.addContent().getAttachment().setContentType(sent.mediaType());
        return document;
    }

    private static List<String> asked(SentReports.Sent sent) {
        if (!sent.standing().equals("needs you")) {
            return List.of();
        }
        List<String> known = sent.findings().stream()
                .filter(WORDS::containsKey)
                .map(WORDS::get)
                .toList();
        return known.isEmpty() ? List.of(CALL) : known;
    }
}
