package org.caseward.intake;

import java.io.IOException;
import org.caseward.testing.MllpPeer;

/** MLLP on loopback, where a sender is known by MSH-3 and MSH-4. */
class MllpContractTest extends MllpContract {
    @Override
    MllpPeer connect() throws IOException {
        return new MllpPeer(port);
    }

    @Override
    String sender() {
        return "LABSYS|CITYHOSP";
    }

    @Override
    String route() {
        return "intake-mllp";
    }
}
