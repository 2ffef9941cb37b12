package org.caseward.security.web.smart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which assertions were used, until they expire, for all nodes together: each opens the door once (SMART App Launch 2, asymmetric authentication). */
@Component
public class AssertionsSeen {
    private final JdbcClient jdbc;

    AssertionsSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where this client's assertion of this name was used before */
    boolean first(String client, String jti, Instant until) {
        return jdbc.sql("insert into hub.assertion_seen (key, until) values (?, ?) on conflict do nothing")
                        .params(key(client, jti), Timestamp.from(until))
                        .update()
                == 1;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void forget() {
        try {
            jdbc.sql("delete from hub.assertion_seen where until < now()").update();
        } catch (DataAccessException e) {
            // they cost some room, no more; the next round tries again
        }
    }

    /** A jti is as long as its client likes. */
    private static byte[] key(String client, String jti) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(client.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(jti.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
