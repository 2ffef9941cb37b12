package org.caseward.review;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caseward.matching.MatchResult;
import org.caseward.report.Channel;
import org.caseward.report.DocumentType;
import org.caseward.report.Evidence;
import org.caseward.security.People;
import org.caseward.security.Role;

/** A morning at the desk of a police medical section: fictional people, a fax to look at closely, and others that wait. */
final class DeskScene {
    static final String PROGRAM = "police-medical";
    static final String COORDINATOR = "m.okafor";
    static final String PASSWORD = "correct horse battery";

    private final ReportRows rows;
    private final CaseRows cases;

    DeskScene(ReportRows rows, CaseRows cases, People people) {
        this.rows = rows;
        this.cases = cases;
        people.put(COORDINATOR, PASSWORD, "M. Okafor", Map.of(PROGRAM, Set.of(Role.COORDINATOR)));
        cases.program(PROGRAM, "Police medical section");
        cases.open(PROGRAM, "IOD-2026-001234", "Marchetti", "Rosalind", "1987-03-09");
        cases.open(PROGRAM, "IOD-2026-000871", "Marchetti", "Rosalie", "1989-03-07");
        cases.open(PROGRAM, "IOD-2026-001502", "Brennan", "Theo", "1979-11-21");
        cases.closed(PROGRAM, "IOD-2019-000311", "Marchetti", "Rosalind", "1987-03-09");
        rows.provider("lakeview", "Lakeview Occupational Health");
        rows.provider("county-er", "Example County Hospital");
        rows.provider("ortho", "Harbor Orthopedics");
    }

    /** The fax: a person off work, one value doubtful, a twin-like second candidate. */
    UUID fax() {
        WorkStatusPage page = WorkStatusPage.of("MARCHETTI", "ROSALIND", "03/09/1987", "IOD-2026-001234");
        ReportRows.Draft draft = rows.inReview(PROGRAM)
                .by(Channel.FAX, "lakeview")
                .type(DocumentType.TX_DWC_073)
                .ago(Duration.ofHours(5))
                .because("reading-sure", "patient.birthDate was not read surely enough")
                .page(page.png());
        read(draft, page, "patient.family", "Marchetti", "MARCHETTI", 0.99);
        read(draft, page, "patient.given", "Rosalind", "ROSALIND", 0.98);
        read(draft, page, "patient.birthDate", "1987-03-09", "03/09/1987", 0.74);
        read(draft, page, "claimNumber", "IOD-2026-001234", "I0D-2026-001234", 0.88);
        read(draft, page, "injuryDate", "2026-10-29", "10/29/2026", 0.97);
        read(draft, page, "employer", "Example City Police Dept.", "Example City Police Dept.", 0.97);
        read(draft, page, "bodyPart", "left knee", "LEFT KNEE", 0.98);
        read(draft, page, "diagnosis", "S83.412A", "$83.412A", 0.86);
        read(draft, page, "serviceDate", "2026-11-17", "11/17/2026", 0.98);
        read(draft, page, "followUpDate", "2026-12-01", "12/01/2026", 0.96);
        read(draft, page, "workStatus", "off_work", "Is unable to work", 0.99);
        read(draft, page, "workStatus.from", "2026-11-17", "11/17/2026", 0.97);
        read(draft, page, "restriction", "no prolonged standing > 2 h", "no prolonged standing > 2 h", 0.9);
        read(draft, page, "provider.name", "Dana Whitlock, MD", "Dana Whitlock, MD", 0.98);
        read(draft, page, "provider.npi", "1234567893", "1234567893", 0.99);
        read(draft, page, "signature.present", "true", "signature", 0.96);
        read(draft, page, "signature.date", "2026-11-17", "11/17/2026", 0.95);
        return draft.finding(
                        "restriction-end-missing",
                        "The end of the restriction or absence is missing. Please give the date through which it is expected to last.",
                        "28 TAC 129.5(c)")
                .lacks("""
                        {"3": [{"id": "restriction-end-missing", "text": "The end of the restriction or absence is missing. Please give the date through which it is expected to last."}]}""")
                .match(faxMatch())
                .kept();
    }

    private static void read(
            ReportRows.Draft draft, WorkStatusPage page, String name, String value, String raw, double confidence) {
        Evidence place = ReportRows.on(1, page.box(name));
        draft.field(name, value, raw, confidence, "ocr", place);
    }

    private static MatchResult faxMatch() {
        return new MatchResult(
                MatchResult.Decision.REVIEW,
                Optional.of(PROGRAM),
                List.of(new MatchResult.CaseMatch("IOD-2026-001234", MatchResult.Decision.REVIEW)),
                List.of(
                        new MatchResult.Candidate(
                                PROGRAM,
                                "IOD-2026-001234",
                                41.6,
                                List.of(
                                        "case number agrees: +18.0",
                                        "family name agrees: +9.2",
                                        "given name agrees: +6.1",
                                        "birth date agrees: +12.3"),
                                List.of()),
                        new MatchResult.Candidate(
                                PROGRAM,
                                "IOD-2026-000871",
                                9.4,
                                List.of("family name agrees: +9.2", "given name is near: +3.4"),
                                List.of("birth date differs: -3.2", "case number differs: -4.0"))),
                List.of(
                        new MatchResult.Gate("exact-number", true, "passed"),
                        new MatchResult.Gate("reading-sure", false, "patient.birthDate was not read surely enough")),
                "fs-1");
    }

    /** An HL7 message without pages, from the emergency room. */
    UUID message() {
        return rows.inReview(PROGRAM)
                .by(Channel.MLLP, "county-er")
                .type(DocumentType.EXPOSURE)
                .ago(Duration.ofHours(2))
                .because("no-number", "No case or claim number is in the message; name and birth date fit one case.")
                .field("patient.family", "Brennan", "BRENNAN", 1, "hl7", ReportRows.at("PID-5.1"))
                .field("patient.given", "Theo", "THEO", 1, "hl7", ReportRows.at("PID-5.2"))
                .field("patient.birthDate", "1979-11-21", "19791121", 1, "hl7", ReportRows.at("PID-7"))
                .field("serviceDate", "2026-11-21", "202611210340", 1, "hl7", ReportRows.at("OBR-7"))
                .field("exposure.route", "Needle stick", "Needle stick", 1, "hl7", ReportRows.at("OBX[3]-5"))
                .match(new MatchResult(
                        MatchResult.Decision.REVIEW,
                        Optional.of(PROGRAM),
                        List.of(),
                        List.of(new MatchResult.Candidate(
                                PROGRAM,
                                "IOD-2026-001502",
                                27.8,
                                List.of(
                                        "family name agrees: +10.4",
                                        "given name agrees: +7.0",
                                        "birth date agrees: +12.3"),
                                List.of())),
                        List.of(new MatchResult.Gate("exact-number", false, "No case or claim number to prove it.")),
                        "fs-1"))
                .kept();
    }

    /** Others that wait, so that a worklist looks like one. */
    void others() {
        waiting(
                Channel.FHIR,
                "ortho",
                DocumentType.PROGRESS_NOTE,
                30,
                "Delacroix",
                "Inès",
                "IOD-2026-000412",
                0,
                "Two open cases of the same person fit: the body part on the report fits both.");
        waiting(
                Channel.FAX,
                "lakeview",
                DocumentType.RETURN_TO_WORK_NOTE,
                26,
                "Vandermeer",
                "Piet Jr",
                "IOD-2026-000655",
                1,
                "A father and a son of the same name have open cases, and the report has no suffix.");
        waiting(
                Channel.MLLP,
                "county-er",
                DocumentType.IMAGING,
                9,
                "Osei",
                "Akua",
                "IOD-2026-001377",
                0,
                "No case or claim number is in the message.");
        waiting(
                Channel.FAX,
                null,
                DocumentType.UNKNOWN,
                3,
                "",
                "",
                "",
                0,
                "The type was not recognised and no person is named on the page.");
        waiting(
                Channel.FAX,
                "ortho",
                DocumentType.RECORDS_REQUEST,
                1,
                "Kowalczyk",
                "Marta",
                "IOD-2025-002210",
                0,
                "Records requests are always for a person.");
    }

    private void waiting(
            Channel channel,
            @org.jspecify.annotations.Nullable String provider,
            DocumentType type,
            int hours,
            String family,
            String given,
            String best,
            int against,
            String why) {
        ReportRows.Draft draft = rows.inReview(PROGRAM)
                .by(channel, provider)
                .type(type)
                .ago(Duration.ofHours(hours))
                .because("gates", why);
        if (type == DocumentType.UNKNOWN) {
            draft.lacks(
                    "{\"3\": [{\"id\": \"type-unknown\", \"text\": \"What kind of report this is could not be told. Put a title on the first page.\"}]}");
        }
        if (!family.isEmpty()) {
            draft.field("patient.family", family).field("patient.given", given);
            draft.match(new MatchResult(
                    MatchResult.Decision.REVIEW,
                    Optional.of(PROGRAM),
                    List.of(),
                    List.of(new MatchResult.Candidate(
                            PROGRAM,
                            best,
                            20,
                            List.of(),
                            java.util.Collections.nCopies(against, "suffix is missing: -1.0"))),
                    List.of(),
                    "fs-1"));
        }
        draft.kept();
    }

    CaseRows cases() {
        return cases;
    }
}
