package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The fax spool as a fax server fills it. The pages are bytes only: nothing here looks into them. */
class FaxIntakeTest extends ReceivingHub {
    private static final String SHARED_LINE = "+13125550192";
    private static final byte[] PAGE = "II*\0 stands for a page".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Receipts receipts;

    private final String id = "X" + UUID.randomUUID();

    private Path image() {
        return spool.resolve(id + ".tif");
    }

    private Path note() {
        return spool.resolve(id + ".json");
    }

    private Path done(String ending) {
        return spool.resolve("done").resolve(id + ending);
    }

    private void announce(String text) throws IOException {
        Files.createDirectories(spool);
        Path aside = Files.writeString(spool.resolve(id + ".json.part"), text);
        Files.move(aside, note(), StandardCopyOption.ATOMIC_MOVE);
    }

    private String told(String called) {
        return "{\"id\": \"" + id + "\", \"from\": \"+13125550100\", \"to\": \"" + called
                + "\", \"receivedAt\": \"2026-11-02T10:15:00Z\", \"pages\": 1}";
    }

    private void fax(byte[] page, String called) throws IOException {
        Files.createDirectories(spool);
        Files.write(image(), page);
        announce(told(called));
    }

    private static void eventually(BooleanSupplier done) {
        Instant until = Instant.now().plus(Duration.ofSeconds(20));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            pause(100);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void taken() {
        eventually(() -> Files.notExists(note()));
    }

    private Map<String, Object> only() {
        assertThat(fixture.reports(id)).hasSize(1);
        return fixture.reports(id).getFirst();
    }

    @Test
    void aNodeThatWasKilledKeepsFaxesWaitingUntilItsLeaseEndsAndNoLonger() throws Exception {
        Leases killed = new Leases(jdbc);
        jdbc.sql("update lease set until = now() where name like 'fax-spool %'").update();
        Lease theirs = killed.take("fax-spool " + spool, Duration.ofSeconds(2)).orElseThrow();
        fax(PAGE, SHARED_LINE);
        pause(1_200);
        assertThat(killed.holds(theirs)).isTrue();
        assertThat(note()).exists();
        taken();
        assertThat(jdbc.sql(
                                "select max(until) <= now() + interval '20 seconds' from lease where name like 'fax-spool %'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aFaxIsKeptAndThenBothItsFilesAreDone() throws Exception {
        fax(PAGE, SHARED_LINE);
        taken();
        assertThat(done(".json")).exists();
        assertThat(done(".tif")).exists().hasBinaryContent(PAGE);
        assertThat(image()).doesNotExist();
        assertThat(only()).containsEntry("channel", "fax").containsEntry("connection", "fax-shared");
        assertThat(only().get("state")).isNotEqualTo("quarantined");
    }

    @Test
    void aFaxToANumberThatNobodyRegisteredIsForTheTriageOfEveryProgram() throws Exception {
        fax(PAGE, "+13125559999");
        taken();
        assertThat(only()).containsEntry("program", null);
        assertThat(jdbc.sql("select programs @> array(select code from program) from report where control_id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aNoteWithoutItsPagesWaitsInQuarantineWithWhatToDo() throws Exception {
        announce(told(SHARED_LINE));
        taken();
        Map<String, Object> report = fixture.reports(id + ".json").getFirst();
        assertThat(report).containsEntry("state", "quarantined").containsEntry("reason_code", "fax-image-missing");
        assertThat(String.valueOf(report.get("reason"))).contains("put it back");
    }

    @Test
    void pagesWhoseNoteCannotBeReadAreKeptAllTheSame() throws Exception {
        byte[] page = ("II*\0 page of " + id).getBytes(StandardCharsets.US_ASCII);
        Files.createDirectories(spool);
        Files.write(image(), page);
        announce("{\"id\": ");
        taken();
        Map<String, Object> report = fixture.reports(id + ".json").getFirst();
        assertThat(report).containsEntry("state", "quarantined").containsEntry("reason_code", "fax-sidecar-unreadable");
        assertThat(opened(report).content()).isEqualTo(page);
        assertThat(opened(report).mediaType()).isEqualTo("image/tiff");
    }

    @Test
    void aNoteThatSaysNothingOfThePagesIsEnough() throws Exception {
        Files.createDirectories(spool);
        Files.write(image(), PAGE);
        announce("{\"id\": \"" + id + "\", \"from\": \"+13125550100\", \"to\": \"" + SHARED_LINE + "\"}");
        taken();
        assertThat(only()).containsEntry("connection", "fax-shared");
    }

    @Test
    void theSameFaxAgainFindsItsReceipt() throws Exception {
        fax(PAGE, SHARED_LINE);
        taken();
        fax(PAGE, SHARED_LINE);
        taken();
        assertThat(fixture.reports(id)).hasSize(1);
        fax("II*\0 another page".getBytes(StandardCharsets.US_ASCII), SHARED_LINE);
        taken();
        assertThat(fixture.reports(id)).hasSize(2);
    }

    @Test
    void aHubThatFellWhileItPutTheFilesAwayFindsThePagesAgain() throws Exception {
        fax(PAGE, SHARED_LINE);
        taken();
        Files.move(done(".json"), note(), StandardCopyOption.ATOMIC_MOVE);
        taken();
        assertThat(fixture.reports(id)).hasSize(1);
        assertThat(fixture.reports(id + ".json")).isEmpty();
    }

    @Test
    void duringAnOutageTheFilesStayAndAreReceivedAfterwards() throws Exception {
        asOwner("revoke insert on hub.receipt from hub_intake");
        try {
            fax(PAGE, SHARED_LINE);
            pause(2_000);
            assertThat(note()).exists();
            assertThat(image()).exists();
            assertThat(fixture.reports(id)).isEmpty();
        } finally {
            asOwner("grant insert on hub.receipt to hub_intake");
        }
        taken();
        assertThat(only()).containsEntry("connection", "fax-shared");
    }

    @Test
    void aLargeFaxLiesInTheDocumentStoreAndOpensAgain() throws Exception {
        byte[] large = new byte[ReceiptDesk.IN_ROW + 1];
        new java.util.Random(7).nextBytes(large);
        fax(large, SHARED_LINE);
        taken();
        assertThat(jdbc.sql("select sealed is null and address is not null from receipt where control_id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(opened(only()).content()).isEqualTo(large);
    }

    private ReceivedReport opened(Map<String, Object> report) {
        return Objects.requireNonNull(receipts.open(new ReportId((UUID) Objects.requireNonNull(report.get("id")))));
    }
}
