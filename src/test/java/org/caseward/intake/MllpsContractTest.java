package org.caseward.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.caseward.testing.MllpPeer;
import org.caseward.testing.TlsPeer;
import org.junit.jupiter.api.BeforeEach;

/** MLLP over TLS, where the client's certificate says who sends. */
class MllpsContractTest extends MllpContract {
    @BeforeEach
    void certificates() {
        new SecureLab(jdbc).fill(fixture, connections);
    }

    @Override
    MllpPeer connect() throws IOException {
        return new MllpPeer(TlsPeer.connect(securePort, SecureLab.lab()));
    }

    @Override
    Answer sendAsStranger(String key, String text) throws Exception {
        try (MllpPeer peer = new MllpPeer(TlsPeer.connect(securePort, SecureLab.stranger()))) {
            peer.sendRaw(MllpPeer.framed(message(sender(), key, text).getBytes(StandardCharsets.UTF_8)));
            return told(peer.read());
        }
    }

    @Override
    String sender() {
        return SecureLab.SENDER;
    }

    @Override
    String route() {
        return "intake-mllps";
    }
}
