package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caseward.intake.fhir.ForgottenBinaries;
import org.caseward.testing.SmartPeer;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an ordinary FHIR client can hand in, and what it can see of it afterwards. */
class FhirReportsTest extends ReceivingHub {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Autowired
    ForgottenBinaries forgotten;

    private final String id = "F" + UUID.randomUUID();
    private final String connection = "clinic-" + UUID.randomUUID();
    private IGenericClient client;

    @BeforeEach
    void aClinic() {
        client = clinic(connection);
    }

    private IGenericClient clinic(String name) {
        fixture.connection(name, "fhir", name, "pd-medical");
        connections.refresh();
        FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        FHIR.getRestfulClientFactory().setSocketTimeout(60_000);
        IGenericClient made = FHIR.newRestfulGenericClient("http://127.0.0.1:" + httpPort + "/fhir");
        made.registerInterceptor(new BearerTokenAuthInterceptor(
                SmartPeer.rsa(name).register(jdbc, name).token(httpPort, SmartPeer.ALL)));
        return made;
    }

    private static DocumentReference document(String name) {
        DocumentReference document = new DocumentReference();
        document.setStatus(DocumentReferenceStatus.CURRENT);
        document.getMasterIdentifier().setValue(name);
        document.addContent().getAttachment().setContentType("text/plain").setData(bytes("note of " + name));
        return document;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String standing(DocumentReference document) {
        return document.getExtensionByUrl("urn:caseward:fhir:standing")
                .getValue()
                .primitiveValue();
    }

    private DocumentReference read(String reportId) {
        return client.read().resource(DocumentReference.class).withId(reportId).execute();
    }

    private Map<String, Object> only() {
        List<Map<String, Object>> reports = fixture.reports(id);
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }

    @Test
    void aDiagnosticReportIsKeptByItself() {
        DiagnosticReport report = new DiagnosticReport();
        report.addIdentifier().setValue(id);
        report.setStatus(DiagnosticReport.DiagnosticReportStatus.FINAL)
                .getCode()
                .setText("Progress note");
        report.addPresentedForm().setContentType("text/plain").setData(bytes("Seen today."));
        MethodOutcome outcome = client.create().resource(report).execute();
        assertThat(outcome.getCreated()).isTrue();
        assertThat(only())
                .containsEntry("lane", "documents")
                .containsEntry("id", UUID.fromString(outcome.getId().getIdPart()));
    }

    @Test
    void aDocumentHandedInBeforeIsNamedByTheReportAndAForeignOneIsNot() {
        Binary binary = new Binary().setContentType("text/plain").setData(bytes("the note itself " + id));
        String held = client.create()
                .resource(binary)
                .execute()
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
        assertThat(client.create()
                        .resource(binary)
                        .execute()
                        .getId()
                        .toUnqualifiedVersionless()
                        .getValue())
                .as("the same document is the same Binary")
                .isEqualTo(held);
        assertThat(fixture.reports(held)).as("it waits for its report").isEmpty();
        DocumentReference document = naming(held);
        assertThatThrownBy(() -> clinic("other-" + UUID.randomUUID())
                        .create()
                        .resource(document)
                        .execute())
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("DocumentReference.content[0].attachment.url");
        client.create().resource(document).execute();
        assertThat(only()).containsEntry("lane", "documents");
        assertThat(used(held)).isTrue();
    }

    private DocumentReference naming(String url) {
        DocumentReference document = document(id);
        document.getContentFirstRep()
                .setAttachment(new Attachment().setContentType("text/plain").setUrl(url));
        return document;
    }

    private boolean used(String held) {
        return jdbc.sql("select used_at is not null from held_binary where connection = ? and id = ?")
                .params(connection, held.substring("Binary/".length()))
                .query(Boolean.class)
                .single();
    }

    @Test
    void aDocumentThatNoReportNamesInTimeBecomesAReportItself() {
        String held = client.create()
                .resource(new Binary().setContentType("text/plain").setData(bytes("forgotten " + id)))
                .execute()
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
        asOwner("update hub.held_binary set held_at = now() - interval '2 days' where connection = '" + connection
                + "'");
        forgotten.becomeReports();
        forgotten.becomeReports();
        assertThat(fixture.reports(held))
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .containsEntry("connection", connection)
                        .containsEntry("lane", "documents"));
        assertThat(used(held)).isTrue();
    }

    @Test
    void whatADocumentRefersToMustBeThere() {
        for (String url : List.of("Binary/nowhere", "urn:uuid:11111111-1111-4111-8111-111111111111")) {
            assertThatThrownBy(() -> client.create().resource(naming(url)).execute())
                    .isInstanceOf(UnprocessableEntityException.class)
                    .hasMessageContaining("attachment.url");
        }
        DocumentReference about = document(id);
        about.setSubject(new Reference("#nobody"));
        assertThatThrownBy(() -> client.create().resource(about).execute())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("#nobody");
        assertThat(fixture.reports(id)).isEmpty();
    }

    private Parameters attachments() {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("TrackingId").setValue(new Identifier().setValue(id));
        parameters.addParameter().setName("AttachTo").setValue(new CodeType("claim"));
        parameters.addParameter().setName("MemberId").setValue(new Identifier().setValue("M-4711"));
        parameters
                .addParameter()
                .setName("Attachment")
                .addPart()
                .setName("Content")
                .setResource(document(id + "-1"));
        return parameters;
    }

    @Test
    void attachmentsToAClaimAreOneReceipt() {
        OperationOutcome told = client.operation()
                .onServer()
                .named("$submit-attachment")
                .withParameters(attachments())
                .returnResourceType(OperationOutcome.class)
                .execute();
        assertThat(told.getIssueFirstRep().getDiagnostics()).contains(String.valueOf(only().get("receipt_number")));
        assertThat(only()).containsEntry("lane", "documents");
    }

    @Test
    void attachmentsThatSayNotWhatForAreRefusedByName() {
        Parameters parameters = attachments();
        parameters.getParameter().removeIf(one -> !one.getName().equals("Attachment"));
        assertThatThrownBy(() -> client.operation()
                        .onServer()
                        .named("$submit-attachment")
                        .withParameters(parameters)
                        .returnResourceType(OperationOutcome.class)
                        .execute())
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("TrackingId");
        assertThat(fixture.reports(id)).isEmpty();
    }

    @Test
    void aSenderSeesItsOwnReportsPageByPageAndNobodyElses() {
        List<String> handedIn = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            handedIn.addFirst(
                    client.create().resource(document(id + i)).execute().getId().getIdPart());
        }
        Bundle page = client.search()
                .forResource(DocumentReference.class)
                .count(2)
                .returnBundle(Bundle.class)
                .execute();
        List<String> seen = new ArrayList<>(ids(page));
        while (page.getLink(Bundle.LINK_NEXT) != null) {
            assertThat(page.getEntry()).hasSize(2);
            page = client.loadPage().next(page).execute();
            seen.addAll(ids(page));
        }
        assertThat(seen).isEqualTo(handedIn);
        IGenericClient other = clinic("other-" + UUID.randomUUID());
        assertThat(other.search()
                        .forResource(DocumentReference.class)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .isEmpty();
        assertThatThrownBy(() -> other.read()
                        .resource(DocumentReference.class)
                        .withId(seen.getFirst())
                        .execute())
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private static List<String> ids(Bundle page) {
        return page.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    @Test
    void aReportIsFoundByItsNameAndByWhenItChanged() {
        client.create().resource(document(id)).execute();
        client.create().resource(document(id + "-other")).execute();
        Bundle named = client.search()
                .forResource(DocumentReference.class)
                .where(new TokenClientParam("identifier").exactly().identifier(id))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(named.getEntry()).singleElement().satisfies(entry -> {
            DocumentReference found = (DocumentReference) entry.getResource();
            assertThat(found.getMasterIdentifier().getValue()).isEqualTo(id);
            assertThat(found.getIdentifierFirstRep().getValue()).isEqualTo(only().get("receipt_number"));
            assertThat(standing(found)).isEqualTo("received");
            assertThat(found.getContentFirstRep().getAttachment().hasData()).isFalse();
        });
        Date soon = new Date(System.currentTimeMillis() + 60_000);
        assertThat(client.search()
                        .forResource(DocumentReference.class)
                        .lastUpdated(new DateRangeParam().setLowerBoundInclusive(soon))
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .isEmpty();
    }

    @Test
    void filedAndRejectedAreBothDoneAndWhatIsAskedIsSaidInTheSendersWords() {
        String report = client.create().resource(document(id)).execute().getId().getIdPart();
        for (String state : List.of("filed", "rejected")) {
            asOwner("update hub.report set state = '" + state + "' where id = '" + report + "'");
            assertThat(standing(read(report))).isEqualTo("done");
        }
        asOwner("update hub.report set state = 'in_review' where id = '" + report + "'");
        assertThat(standing(read(report))).isEqualTo("received");
        asOwner("insert into hub.decision (report, by, action, findings, note) values ('" + report
                + "', 'ann', 'request_more', '{signature-missing,diagnosis-unrelated}', 'of the coordinator alone')");
        DocumentReference asked = read(report);
        assertThat(standing(asked)).isEqualTo("needs you");
        assertThat(FHIR.newJsonParser().encodeResourceToString(asked))
                .contains("Sign it.")
                .doesNotContain("unrelated", "coordinator");
    }

    @Test
    void aSenderSeesTheLevelOfItsReportUpToTheOneThatSpeaksOfACase() {
        String report = client.create().resource(document(id)).execute().getId().getIdPart();
        assertThat(told(read(report), "urn:caseward:fhir:level")).containsExactly("L0");
        asOwner(
                "update hub.report set state = 'in_review', level_missing = '{\"3\": [{\"id\": \"x\", \"text\": \"It lacks something.\"}]}' where id = '"
                        + report + "'");
        assertThat(told(read(report), "urn:caseward:fhir:level")).containsExactly("L2");
        assertThat(told(read(report), "urn:caseward:fhir:lacking")).containsExactly("It lacks something.");
        asOwner("update hub.report set state = 'filed', level_missing = '{}', level_profile = 'met' where id = '"
                + report + "'");
        assertThat(told(read(report), "urn:caseward:fhir:level")).containsExactly("L4");
    }

    private static List<String> told(DocumentReference document, String extension) {
        return document.getExtensionsByUrl(extension).stream()
                .map(one -> one.getValue().primitiveValue())
                .toList();
    }

    @Test
    void partsOfASplitReportStandForTheirWhole() {
        String report = client.create().resource(document(id)).execute().getId().getIdPart();
        asOwner("update hub.report set state = 'rejected', reason_code = 'split' where id = '" + report + "'");
        for (int part = 1; part <= 2; part++) {
            asOwner("""
                    insert into hub.report (id, receipt, receipt_number, part, parent, received_at, channel, connection, programs, program,
                        control_id, sha256, state, lane)
                    select uuidv7(), receipt, receipt_number, %d, id, received_at, channel, connection, programs, program,
                        control_id, sha256, 'filed', 'documents' from hub.report where id = '%s'""".formatted(part, report));
        }
        assertThat(standing(read(report))).isEqualTo("done");
        asOwner("update hub.report set state = 'in_review' where part = 2 and parent = '" + report + "'");
        assertThat(standing(read(report))).isEqualTo("received");
    }

    @Test
    void aResourceIsHeldAgainstTheStandardAndNothingIsKept() {
        DocumentReference wrong = document(id);
        wrong.getContentFirstRep().getAttachment().setContentType(null);
        MethodOutcome answer = client.validate().resource(wrong).execute();
        OperationOutcome told = (OperationOutcome) answer.getOperationOutcome();
        assertThat(told.getIssue())
                .anySatisfy(issue -> assertThat(issue.getDiagnostics()).contains("att-1"));
        assertThat(fixture.reports(id)).isEmpty();
    }

    @Test
    void theServerSaysWhatItCanDoAndNoMore() {
        CapabilityStatement told =
                client.capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(told.getRestFirstRep().getResource())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .contains("DocumentReference", "DiagnosticReport", "Binary")
                .doesNotContain("Patient");
        assertThat(told.getRestFirstRep().getSecurity().getExtension()).isNotEmpty();
    }
}
