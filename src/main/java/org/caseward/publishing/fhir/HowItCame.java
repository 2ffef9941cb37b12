package org.caseward.publishing.fhir;

import static org.caseward.publishing.fhir.RecordBundle.SYSTEM;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a record came to be: by which mappings out of which bytes, and who decided; and the task of deciding it. */
final class HowItCame {
    private static final String PARTS = "provenance-participant-type";

    private final FiledReport report;
    private final RecordBundle bundle;

    HowItCame(FiledReport report, RecordBundle bundle) {
        this.report = report;
        this.bundle = bundle;
    }

    void task(Reference document, Reference patient) {
        Task task = new Task()
                .setStatus(status())
                .setIntent(TaskIntent.ORDER)
                .setCode(Coded.own("task", "review", "Review of a received report"))
                .setFocus(document)
                .setFor(patient)
                .setAuthoredOnElement(Moments.dateTime(report.receivedAt()));
        report.decided().ifPresent(decided -> {
            task.setLastModifiedElement(Moments.dateTime(decided.at()));
            task.setOwner(who(decided.by()));
        });
        bundle.add("task", task);
    }

    private TaskStatus status() {
        return switch (report.state()) {
            case MATCHED, FILED -> TaskStatus.COMPLETED;
            case REJECTED -> TaskStatus.REJECTED;
            default -> TaskStatus.REQUESTED;
        };
    }

    private static Reference who(String by) {
        Reference who = new Reference();
        who.getIdentifier()
                .setSystem(SYSTEM + (by.equals("hub") ? "system" : "user"))
                .setValue(by);
        return who;
    }

    /** Has to be called last: it is about all that the Bundle holds. */
    void provenance(@Nullable Reference practitioner) {
        Provenance provenance = new Provenance();
        bundle.all().forEach(provenance::addTarget);
        provenance.setRecordedElement(
                Moments.instant(report.decided().map(FiledReport.Decided::at).orElse(report.receivedAt())));
        provenance.addAgent().setType(Coded.hl7(PARTS, "assembler")).setWho(who("hub"));
        report.decided()
                .filter(decided -> !decided.byMachine())
                .ifPresent(decided -> provenance
                        .addAgent()
                        .setType(Coded.hl7(PARTS, "verifier"))
                        .setWho(who(decided.by())));
        if (practitioner != null) {
            provenance.addAgent().setType(Coded.hl7(PARTS, "author")).setWho(practitioner);
        }
        Provenance.ProvenanceEntityComponent received = provenance.addEntity().setRole(ProvenanceEntityRole.SOURCE);
        received.getWhat()
                .setDisplay("received by " + report.channel())
                .getIdentifier()
                .setSystem(SYSTEM + "receipt")
                .setValue(report.receipt());
        received.getWhat().addExtension(SYSTEM + "sha256", new StringType(report.sha256()));
        report.mappings().valueStream().forEach(mapping -> mapping(provenance, mapping));
        bundle.add("provenance", provenance);
    }

    private static void mapping(Provenance provenance, JsonNode mapping) {
        String id = mapping.path("id").asString("");
        String version = mapping.path("version").asString("");
        Reference what =
                provenance.addEntity().setRole(ProvenanceEntityRole.DERIVATION).getWhat();
        what.setDisplay("mapping " + id + " version " + version);
        what.getIdentifier()
                .setType(new CodeableConcept().setText("mapping"))
                .setSystem(SYSTEM + "mapping:" + id)
                .setValue(version);
        what.addExtension(SYSTEM + "sha256", new StringType(mapping.path("hash").asString("")));
    }
}
