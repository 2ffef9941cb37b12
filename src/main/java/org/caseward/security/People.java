package org.caseward.security;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people who may sign in and the API clients that may ask for a token, with their roles by program. Passwords and secrets are kept as salted hashes only.
 *
 * <p>Roles are read afresh at each request: what is taken away is gone at once, for open sessions and for tokens already given out.
 */
@Component
public class People {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PasswordEncoder passwords;

    People(JdbcClient jdbc, TransactionTemplate transaction, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.passwords = passwords;
    }

    /** A login as it is checked. */
    public record Credential(String name, String hash, boolean enabled) {
        @Override
        public String toString() {
            return "Credential[" + name + "]";
        }
    }

    /**
     * Creates the person or replaces password, display name and all roles.
     *
     * @param name lower-case letters, digits and {@code . _ @ -}
     * @param display how the name is shown to others
     */
    public void put(String name, String password, String display, Map<String, Set<Role>> roles) {
        Staff checked = new Staff(name, roles);
        String hash = hash(password);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into hub.staff_user (name, password_hash, display) values (?, ?, ?)
                            on conflict (name) do update set password_hash = excluded.password_hash,
                                display = excluded.display, enabled = true, changed_at = now()
                            """).params(name, hash, display).update();
            replaceRoles("staff_role", "name", checked);
        });
    }

    /** Creates or replaces an API client. */
    public void putClient(String clientId, String secret, Map<String, Set<Role>> roles) {
        Staff checked = new Staff(clientId, roles);
        String hash = hash(secret);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into hub.api_client (client_id, secret_hash) values (?, ?)
                            on conflict (client_id) do update set secret_hash = excluded.secret_hash,
                                enabled = true, changed_at = now()
                            """).params(clientId, hash).update();
            replaceRoles("api_client_role", "client_id", checked);
        });
    }

    private String hash(String secret) {
        String hash = passwords.encode(secret);
        if (hash == null) {
            throw new IllegalArgumentException("A password or secret is needed");
        }
        return hash;
    }

    private void replaceRoles(String table, String key, Staff who) {
        jdbc.sql("delete from hub." + table + " where " + key + " = ?")
                .param(who.name())
                .update();
        who.roles()
                .forEach((program, held) -> held.forEach(
                        role -> jdbc.sql("insert into hub." + table + " (" + key + ", program, role) values (?, ?, ?)")
                                .params(who.name(), program, role.code())
                                .update()));
    }

    /** Nobody may sign in by this name any more; what was signed with it stays. */
    public void disable(String name) {
        jdbc.sql("update hub.staff_user set enabled = false, changed_at = now() where name = ?")
                .param(name)
                .update();
    }

    public Optional<Credential> personCredential(String name) {
        return credential("select name, password_hash as hash, enabled from hub.staff_user where name = ?", name);
    }

    public Optional<Credential> clientCredential(String clientId) {
        return credential(
                "select client_id as name, secret_hash as hash, enabled from hub.api_client where client_id = ?",
                clientId);
    }

    private Optional<Credential> credential(String sql, String name) {
        return jdbc.sql(sql).param(name).query(Credential.class).optional();
    }

    /** An enabled person with the roles held now. */
    public Optional<Staff> person(String name) {
        return staff(name, """
                select r.program, r.role from hub.staff_user u left join hub.staff_role r using (name)
                where u.name = ? and u.enabled
                """);
    }

    /** An enabled API client with the roles held now. */
    public Optional<Staff> client(String clientId) {
        return staff(clientId, """
                select r.program, r.role from hub.api_client c left join hub.api_client_role r using (client_id)
                where c.client_id = ? and c.enabled
                """);
    }

    private record Held(@Nullable String program, @Nullable String role) {}

    private Optional<Staff> staff(String name, String sql) {
        List<Held> rows = jdbc.sql(sql).param(name).query(Held.class).list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Set<Role>> roles = new HashMap<>();
        for (Held held : rows) {
            if (held.program() != null && held.role() != null) {
                roles.computeIfAbsent(held.program(), p -> EnumSet.noneOf(Role.class))
                        .add(Role.of(held.role()));
            }
        }
        return Optional.of(new Staff(name, roles));
    }
}
