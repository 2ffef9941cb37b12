package org.caseward.intake;

import java.time.Instant;
import java.util.Optional;
import org.caseward.report.Reason;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReportId;
import org.jspecify.annotations.Nullable;

/** A receipt ready to be committed; either {@code sealed} or {@code address} is there. */
record ReceiptRow(
        byte[] key,
        byte[] channelKey,
        ReceiptId receipt,
        String number,
        ReportId report,
        Instant at,
        Delivery delivery,
        Connection connection,
        Optional<String> provider,
        byte[] sha256,
        byte @Nullable [] sealed,
        @Nullable String address,
        Optional<Reason> refusal) {
    /** The one program the connection serves; where it serves several, none claims the report yet. */
    Optional<String> program() {
        return connection.programs().size() == 1 ? Optional.of(connection.homeProgram()) : Optional.empty();
    }

    Receipted receipted() {
        return new Receipted(number, report, false);
    }
}
