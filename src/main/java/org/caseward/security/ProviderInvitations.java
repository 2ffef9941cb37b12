package org.caseward.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time links: for one submission by somebody without an account, or for choosing the password of an account. Of a link's token (256 random bits) only the SHA-256 is
 * kept; who reads the database, a backup or a log can't use it.
 */
@Component
public class ProviderInvitations {
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    ProviderInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A link that was just made; its token is known now and never again. */
    public record Made(UUID id, String token) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /**
     * @param account where the link is for choosing this account's password
     * @param login who comes in by it
     */
    public record Opened(ProviderLogin login, Optional<String> account) {}

    /** An invitation as it is listed. */
    public record Invitation(
            UUID id,
            String connection,
            @Nullable String provider,
            @Nullable String account,
            String invitedBy,
            Instant invitedAt,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable Instant withdrawnAt) {
        public String standing() {
            return withdrawnAt != null
                    ? "withdrawn"
                    : usedAt != null ? "used" : expiresAt.isBefore(Instant.now()) ? "expired" : "open";
        }
    }

    private record Row(
            UUID id,
            @Nullable String provider,
            String connection,
            @Nullable String account) {}

    public Made invite(
            String connection, Optional<String> provider, Optional<String> account, Duration life, String by) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = jdbc.sql("""
                        insert into hub.portal_invitation (token_hash, connection, provider, account, invited_by, expires_at)
                        values (:hash, :connection, :provider, :account, :by, now() + make_interval(secs => :life)) returning id
                        """)
                .param("hash", hash(token))
                .param("connection", connection)
                .param("provider", provider.orElse(null))
                .param("account", account.orElse(null))
                .param("by", by)
                .param("life", life.toSeconds())
                .query(UUID.class)
                .single();
        return new Made(id, token);
    }

    /** Uses a link up. Empty where there is none such, or it was used, is over or was withdrawn: which of these is told to nobody. */
    public Optional<Opened> use(String token) {
        return jdbc.sql("""
                        update hub.portal_invitation set used_at = now()
                        where token_hash = ? and used_at is null and withdrawn_at is null and expires_at > now()
                        returning id, provider, connection, account
                        """)
                .param(hash(token.strip()))
                .query(Row.class)
                .optional()
                .map(row -> new Opened(
                        new ProviderLogin(
                                ProviderLogin.LINK + row.id(),
                                Optional.ofNullable(row.provider()),
                                row.connection(),
                                Optional.of(row.id())),
                        Optional.ofNullable(row.account())));
    }

    /** The account whose password this login was let in to choose. */
    public Optional<String> accountOf(ProviderLogin login) {
        return login.invitation()
                .flatMap(
                        id -> jdbc.sql("select account from hub.portal_invitation where id = ? and account is not null")
                                .param(id)
                                .query(String.class)
                                .optional());
    }

    public void withdraw(UUID id, List<String> connections) {
        jdbc.sql(
                        "update hub.portal_invitation set withdrawn_at = now() where id = ? and connection = any(?) and withdrawn_at is null")
                .params(id, connections.toArray(String[]::new))
                .update();
    }

    /** Ends the session that a link has opened. */
    public void close(UUID id) {
        jdbc.sql("update hub.portal_invitation set closed_at = now() where id = ? and closed_at is null")
                .param(id)
                .update();
    }

    /** The newest first. */
    public List<Invitation> all(List<String> connections, int limit) {
        return jdbc.sql("""
                        select id, connection, provider, account, invited_by, invited_at, expires_at, used_at, withdrawn_at
                        from hub.portal_invitation where connection = any(?) order by id desc limit ?
                        """)
                .params(connections.toArray(String[]::new), limit)
                .query(Invitation.class)
                .list();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
