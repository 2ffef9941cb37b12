package org.caseward.intake;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.caseward.demo.senders.PortalClient;
import org.caseward.intake.Answer.Accepted;
import org.caseward.intake.Answer.Refused;
import org.caseward.intake.Answer.SendAgain;
import org.caseward.security.ProviderAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The portal, as its page's script uses it. */
class PortalContractTest extends IntakeContract {
    private static final String ACCOUNT = "front-desk@city-hospital.example";
    private static final String PASSWORD = "a sentence for the front desk";

    @Autowired
    ProviderAccounts accounts;

    private PortalClient desk;

    @BeforeEach
    void somebodyAtTheFrontDesk() {
        accounts.open(ACCOUNT, "city-hospital", "portal-test");
        accounts.choosePassword(ACCOUNT, PASSWORD);
        desk = client(PASSWORD);
    }

    private PortalClient client(String password) {
        return new PortalClient(URI.create("http://127.0.0.1:" + httpPort + "/portal"), ACCOUNT, password);
    }

    @Override
    Answer send(String key, String text) throws Exception {
        return sendBytes(key, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Answer sendAsStranger(String key, String text) throws Exception {
        return answer(client("not the password")
                .upload(key, text + ".txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    Answer sendBytes(String key, byte[] bytes) throws Exception {
        try {
            return answer(desk.upload(key, SECRET_WORD + ".txt", "text/plain", bytes));
        } catch (IOException e) {
            return new SendAgain();
        }
    }

    private static Answer answer(org.caseward.demo.senders.Answer told) {
        return switch (told.code()) {
            case "200", "201" -> new Accepted(told.words());
            case "503" -> new SendAgain();
            default -> new Refused(told.words());
        };
    }

    /** Only a head and a beginning: whoever has not signed in is answered before the rest is waited for. */
    @Override
    Answer sendSlowly(String key, String text) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", httpPort)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /portal/uploads HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\n"
                                    + text)
                            .getBytes(StandardCharsets.UTF_8));
            byte[] answer = new byte[12];
            int read = socket.getInputStream().readNBytes(answer, 0, answer.length);
            return new Refused(new String(answer, 0, read, StandardCharsets.US_ASCII));
        }
    }

    @Override
    String route() {
        return "intake-portal";
    }

    @Override
    byte[] tooMuch() {
        return "too much ".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    byte[] truncated() {
        return "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
    }
}
