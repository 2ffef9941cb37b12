package org.caseward.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caseward.report.Reason;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReportId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt ready to be committed; either {@code sealed} or {@code address} is there.
 *
 * @param reports one id for each report that the delivery holds, in their order
 */
record ReceiptRow(
        byte[] key,
        byte[] channelKey,
        ReceiptId receipt,
        String number,
        List<ReportId> reports,
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
        return new Receipted(number, reports.getFirst(), false);
    }

    /** The rows of its reports. */
    Stream<Report> rows() {
        List<Delivery.Part> parts = delivery.reports();
        return IntStream.range(0, reports.size()).mapToObj(i -> new Report(this, reports.get(i), i, parts.get(i)));
    }

    /** Channel facts as JSON; null where there are none. */
    @Nullable
    String facts() {
        return delivery.facts().isEmpty()
                ? null
                : JsonMapper.shared().writeValueAsString(delivery.facts()).replace("\\u0000", "\uFFFD");
    }

    /**
     * One report of the receipt.
     *
     * @param part from 0; what stands once for a receipt is taken from its part 0
     */
    record Report(ReceiptRow receipt, ReportId id, int part, Delivery.Part told) {
        Optional<Reason> refusal() {
            return receipt.refusal().or(told::refusal);
        }

        <T> @Nullable T once(@Nullable T value) {
            return part == 0 ? value : null;
        }
    }

    /** An index takes no longer one (2704 bytes, PostgreSQL's B-tree); the whole stands in the message itself. */
    String findableControlId() {
        String whole = delivery.controlId();
        return whole.codePointCount(0, whole.length()) <= LONGEST_ID
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_ID)) + "…";
    }
}
