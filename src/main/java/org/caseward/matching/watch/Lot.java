package org.caseward.matching.watch;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Draws by a keyed hash (HMAC-SHA256) of the report's id: a retry draws the same, any node draws the same, and who does not hold the key can't foresee it. */
record Lot(byte[] key) {
    boolean drawn(UUID report, double share) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            ByteBuffer id = ByteBuffer.allocate(16)
                    .putLong(report.getMostSignificantBits())
                    .putLong(report.getLeastSignificantBits());
            long lot = ByteBuffer.wrap(mac.doFinal(id.array())).getLong() >>> 11;
            return lot * 0x1.0p-53 < share;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Drawing failed", e);
        }
    }

    @Override
    public String toString() {
        return "Lot";
    }
}
