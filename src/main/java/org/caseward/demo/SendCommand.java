package org.caseward.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.caseward.demo.samples.Delivery;
import org.caseward.demo.senders.Answer;
import org.caseward.demo.senders.FaxSpool;
import org.caseward.demo.senders.FhirClient;
import org.caseward.demo.senders.Postbox;
import org.caseward.demo.senders.ProviderDesk;

/** {@code send FILE... --to CHANNEL [--data DIR]}: acts as a provider against a running hub. */
public final class SendCommand {
    private static final String USAGE = """
            usage: ./caseward send FILE... --to mllp|mllps|fhir|email|fax|sftp|portal [--data DIR]
              mllp  files of HL7 v2 messages (several in one file are sent one after another)
              mllps the same, by TLS with the hospital's certificate
              fhir  JSON files, each a resource or a transaction Bundle
              fax   TIFF or PDF files
              sftp  any files, dropped under their names
              portal  PDF, TIFF, PNG, JPEG or text files, uploaded with the demo's portal account
              email documents, each attached to a message; or messages as they are (.eml)
            """;

    private static final Pattern BATCH_SEGMENT = Pattern.compile("(?m)^(?:FHS|BHS|BTS|FTS)[^\r]*\r?");

    private final PrintStream out;
    private final PrintStream err;

    public SendCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 where everything was taken, 1 where something was not, 2 where the command makes no sense */
    public int run(List<String> arguments) throws InterruptedException {
        try {
            SendArguments asked = SendArguments.of(arguments);
            EndpointsView endpoints = EndpointsView.of(asked.data());
            boolean allTaken = true;
            for (Path file : asked.files()) {
                for (Delivery delivery : deliveries(file, asked.channel())) {
                    allTaken &= send(file, delivery, endpoints);
                }
            }
            return allTaken ? 0 : 1;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private boolean send(Path file, Delivery delivery, EndpointsView endpoints)
            throws IOException, InterruptedException {
        Answer answer = desk(endpoints).send(delivery);
        boolean taken = List.of("AA", "CA", "200", "201", "250", "done").contains(answer.code());
        out.println(file + ": " + (taken ? "taken" : "not taken") + " (" + answer.code()
                + (answer.words().isEmpty() ? "" : ", " + answer.words()) + ")");
        return taken;
    }

    private static List<Delivery> deliveries(Path file, String channel) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return switch (channel) {
            case "mllp" -> messages(bytes);
            case "mllps" ->
                messages(bytes).stream()
                        .<Delivery>map(message -> new Delivery.Mllps(message.bytes()))
                        .toList();
            case "fhir" -> List.of(new Delivery.Fhir(bytes, FhirClient.pathOf(bytes)));
            case "sftp" -> List.of(new Delivery.Sftp(bytes, file.getFileName().toString()));
            case "portal" -> List.of(portal(file, bytes));
            case "email" -> List.of(mail(file, bytes));
            default -> List.of(fax(file, bytes));
        };
    }

    static List<Delivery> messages(byte[] file) {
        // one byte a character, so that whatever the message's own character set is, its bytes stay as they are
        String text = new String(file, StandardCharsets.ISO_8859_1).replaceAll("\r\n|\n", "\r");
        String unwrapped = BATCH_SEGMENT.matcher(text).replaceAll("");
        return Arrays.stream(unwrapped.split("(?<=\r)(?=MSH)"))
                .<Delivery>map(m -> new Delivery.Mllp(m.getBytes(StandardCharsets.ISO_8859_1), true))
                .toList();
    }

    private static Delivery portal(Path file, byte[] bytes) throws IOException {
        String type = Objects.requireNonNullElse(Files.probeContentType(file), "");
        // the same file is the same upload, however often it is sent
        return new Delivery.Portal(
                bytes,
                UUID.nameUUIDFromBytes(bytes).toString(),
                file.getFileName().toString(),
                type);
    }

    private static Delivery fax(Path file, byte[] bytes) {
        boolean pdf = file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
        // the same file is the same fax, however often it is sent
        String id = "SEND"
                + UUID.nameUUIDFromBytes(bytes).toString().replace("-", "").substring(0, 16);
        return new Delivery.Fax(
                bytes,
                pdf ? "pdf" : "tif",
                new Delivery.Sidecar(id, "+13125550130", DemoSetup.FAX_SHARED, Instant.now(), 1));
    }

    private static Delivery mail(Path file, byte[] bytes) throws IOException {
        String name = file.getFileName().toString();
        String type = Files.probeContentType(file);
        return name.endsWith(".eml")
                ? new Delivery.Mail(bytes, DemoSetup.MAILBOX)
                : MailedFile.of(name, type == null ? "application/octet-stream" : type, bytes);
    }

    private static ProviderDesk desk(EndpointsView e) {
        EndpointsView.Mllp mllp = e.mllp().orElse(new EndpointsView.Mllp("127.0.0.1", 0));
        return new ProviderDesk(
                mllp.client(),
                e.mllps().map(EndpointsView.Mllps::client).orElseGet(mllp::client),
                new FhirClient(e.fhirSender(), e.fhir()),
                new FaxSpool(e.faxSpool().orElse(Path.of("fax-spool-not-built")), 60_000),
                e.sftp().map(EndpointsView.Sftp::dropBox),
                e.portal().map(EndpointsView.Portal::client),
                e.smtp().map(Postbox::new));
    }
}
