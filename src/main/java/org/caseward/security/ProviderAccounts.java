package org.caseward.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts by which people of a provider sign in at the portal, apart from the staff's in every way. Passwords are kept as salted hashes only. */
@Component
public class ProviderAccounts {
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    ProviderAccounts(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** An account as it is listed. */
    public record Account(String name, String provider, String connection, boolean enabled, boolean hasPassword) {}

    /** A login as it is checked. */
    public record Secret(ProviderLogin login, @Nullable String hash) {
        @Override
        public String toString() {
            return "Secret[" + login.name() + "]";
        }
    }

    private record Row(String name, @Nullable String hash, String provider, String connection) {}

    /**
     * Creates an account that nobody can sign in by until a password is chosen. One that is there keeps its password, and is opened again.
     *
     * @param name lower-case letters, digits and {@code . _ @ -}
     * @return false where the name belongs to an account of another provider
     */
    public boolean open(String name, String provider, String connection) {
        return jdbc.sql("""
                                insert into hub.portal_account (name, provider, connection) values (:name, :provider, :connection)
                                on conflict (name) do update set enabled = true, connection = excluded.connection, changed_at = now()
                                    where portal_account.provider = excluded.provider
                                """)
                        .param("name", name)
                        .param("provider", provider)
                        .param("connection", connection)
                        .update()
                == 1;
    }

    public void choosePassword(String name, String password) {
        jdbc.sql("update hub.portal_account set password_hash = ?, changed_at = now() where name = ?")
                .params(Objects.requireNonNull(passwords.encode(password)), name)
                .update();
    }

    /** Nobody may sign in by this name any more, and whoever has done so is out at once. */
    public void disable(String name) {
        jdbc.sql("update hub.portal_account set enabled = false, changed_at = now() where name = ?")
                .param(name)
                .update();
    }

    public Optional<Secret> secret(String name) {
        return jdbc.sql(
                        "select name, password_hash as hash, provider, connection from hub.portal_account where name = ? and enabled")
                .param(name)
                .query(Row.class)
                .optional()
                .map(row -> new Secret(
                        new ProviderLogin(
                                ProviderLogin.ACCOUNT + row.name(),
                                Optional.of(row.provider()),
                                row.connection(),
                                Optional.empty()),
                        row.hash()));
    }

    public List<Account> all(List<String> connections) {
        return jdbc.sql("""
                        select name, provider, connection, enabled, password_hash is not null as has_password
                        from hub.portal_account where connection = any(?) order by name
                        """)
                .param(connections.toArray(String[]::new))
                .query(Account.class)
                .list();
    }

    /** Whether a login that was opened before still counts: the account stands as it did, or the invitation is neither over nor withdrawn. */
    public boolean stillOpen(ProviderLogin login) {
        return login.invitation()
                .map(invitation ->
                        jdbc.sql("""
                                select exists (select from hub.portal_invitation
                                where id = ? and withdrawn_at is null and closed_at is null and used_at > now() - interval '2 hours')
                                """).param(invitation).query(Boolean.class).single())
                .orElseGet(() -> secret(login.name().substring(ProviderLogin.ACCOUNT.length()))
                        .filter(known -> known.login().equals(login))
                        .isPresent());
    }
}
