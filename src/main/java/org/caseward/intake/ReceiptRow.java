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
    private static final int LONGEST_ID = 500;

    /** The one program the connection serves; where it serves several, none claims the report yet. */
    Optional<String> program() {
        return connection.programs().size() == 1 ? Optional.of(connection.homeProgram()) : Optional.empty();
    }

    Receipted receipted() {
        return new Receipted(number, report, false);
    }

    /** An index takes no longer one (2704 bytes, PostgreSQL's B-tree); the whole stands in the message itself. */
    String findableControlId() {
        String whole = delivery.controlId();
        return whole.codePointCount(0, whole.length()) <= LONGEST_ID
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_ID)) + "…";
    }
}
