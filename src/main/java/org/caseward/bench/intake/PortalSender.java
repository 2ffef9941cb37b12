package org.caseward.bench.intake;

import java.io.IOException;
import java.net.URI;
import org.caseward.demo.senders.Answer;
import org.caseward.demo.senders.PortalClient;

/** Somebody at the portal who hands in one file after the other; each sender in a session of its own. */
record PortalSender(URI portal, String account, String password) implements IntakeSender {
    @Override
    public String channel() {
        return "portal";
    }

    @Override
    public Line open(int number) {
        PortalClient browser = new PortalClient(portal, account, password);
        return new Line() {
            @Override
            public void send(String id) throws IOException, InterruptedException {
                Answer answer = browser.upload(id, id + ".pdf", "application/pdf", Pages.pdf(id));
                if (!answer.code().equals("201")) {
                    throw new IOException("The portal answered " + answer.code());
                }
            }

            @Override
            public void close() {}
        };
    }
}
