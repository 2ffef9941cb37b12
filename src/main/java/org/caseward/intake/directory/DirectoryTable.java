package org.caseward.intake.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caseward.intake.Credential;
import org.caseward.intake.directory.ConnectionEntry.CredentialEntry;
import org.caseward.intake.directory.ConnectionEntry.SenderEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The directory's rows. */
@Component
class DirectoryTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    DirectoryTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<ProviderEntry> providers() {
        return jdbc.sql("select id, name, npi, phone, fax from provider order by name, id")
                .query(ProviderEntry.class)
                .list();
    }

    boolean hasProvider(String id) {
        return jdbc.sql("select exists (select from provider where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void put(ProviderEntry provider) {
        jdbc.sql("""
                        insert into provider (id, name, npi, phone, fax) values (:id, :name, :npi, :phone, :fax)
                        on conflict (id) do update set name = excluded.name, npi = excluded.npi, phone = excluded.phone, fax = excluded.fax""").paramSource(provider).update();
    }

    /** Those that serve any of the programs. */
    List<ConnectionEntry> connections(Collection<String> programs) {
        Map<String, List<SenderEntry>> senders = senders();
        Map<String, List<CredentialEntry>> credentials = credentials();
        return jdbc.sql("""
                        select id, channel, address, programs, enabled, (extract(epoch from silent_after) / 60)::int as silent, settings,
                            secret is not null as has_secret
                        from connection where programs && ?::text[] order by channel, address""")
                .param(programs.toArray(String[]::new))
                .query((row, n) -> connection(row, senders, credentials))
                .list();
    }

    private ConnectionEntry connection(
            ResultSet row, Map<String, List<SenderEntry>> senders, Map<String, List<CredentialEntry>> credentials)
            throws SQLException {
        String id = row.getString("id");
        Array programs = row.getArray("programs");
        return new ConnectionEntry(
                id,
                row.getString("channel"),
                row.getString("address"),
                List.of((String[]) programs.getArray()),
                row.getBoolean("enabled"),
                row.getObject("silent", Integer.class),
                json.readValue(row.getString("settings"), new TypeReference<Map<String, String>>() {}),
                row.getBoolean("has_secret"),
                senders.getOrDefault(id, List.of()),
                credentials.getOrDefault(id, List.of()));
    }

    private Map<String, List<SenderEntry>> senders() {
        Map<String, List<SenderEntry>> found = new HashMap<>();
        jdbc.sql("select connection, key, provider from sender order by key").query(row -> {
            found.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                    .add(new SenderEntry(row.getString(2), row.getString(3)));
        });
        return found;
    }

    private Map<String, List<CredentialEntry>> credentials() {
        Map<String, List<CredentialEntry>> found = new HashMap<>();
        jdbc.sql("select * from credential order by added_at").query(row -> {
            found.computeIfAbsent(row.getString("connection"), id -> new ArrayList<>())
                    .add(credential(row));
        });
        return found;
    }

    private static CredentialEntry credential(ResultSet row) throws SQLException {
        Credential.Kind kind = Credential.Kind.of(row.getString("kind"));
        @Nullable Instant end = instant(row.getTimestamp("not_after"));
        String state = row.getTimestamp("revoked_at") != null
                ? "withdrawn"
                : end != null && end.isBefore(Instant.now()) ? "expired" : "valid";
        return new CredentialEntry(
                row.getObject("id", UUID.class),
                kind.code(),
                row.getString("provider"),
                shown(kind, row.getString("value")),
                state,
                end,
                row.getTimestamp("added_at").toInstant(),
                row.getString("added_by"));
    }

    private static String shown(Credential.Kind kind, String value) {
        return CredentialReader.read(kind, value) instanceof CredentialReader.Good good
                ? good.shown()
                : "(can't be read any more)";
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** The programs there are among these. */
    List<String> known(Collection<String> programs) {
        return jdbc.sql("select code from program where code = any (?)")
                .param(programs.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Which other connection has this channel and address already. */
    Optional<String> holder(String channel, String address, String except) {
        return jdbc.sql("select id from connection where channel = ? and address = ? and id <> ?")
                .params(channel, address, except)
                .query(String.class)
                .optional();
    }

    Optional<String> channel(String connection) {
        return jdbc.sql("select channel from connection where id = ?")
                .param(connection)
                .query(String.class)
                .optional();
    }

    Optional<List<String>> programs(String connection) {
        return jdbc.sql("select programs from connection where id = ?")
                .param(connection)
                .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
                .optional();
    }

    void put(ConnectionRequest asked) {
        jdbc.sql("""
                        insert into connection (id, channel, address, programs, enabled, silent_after, settings)
                        values (:id, :channel, :address, :programs, :enabled, make_interval(mins => :silent), :settings::jsonb)
                        on conflict (id) do update set address = excluded.address, programs = excluded.programs, enabled = excluded.enabled,
                            silent_after = excluded.silent_after, settings = excluded.settings, changed_at = now()""")
                .param("id", asked.id())
                .param("channel", asked.channel())
                .param("address", asked.address())
                .param("programs", asked.programs().toArray(String[]::new))
                .param("enabled", asked.enabled())
                .param("silent", asked.silentAfterMinutes())
                .param("settings", json.writeValueAsString(asked.settings()))
                .update();
    }

    void putSender(String connection, String key, String provider) {
        jdbc.sql("""
                        insert into sender (connection, key, provider) values (?, ?, ?)
                        on conflict (connection, key) do update set provider = excluded.provider""").params(connection, key, provider).update();
    }

    boolean removeSender(String connection, String key) {
        return jdbc.sql("delete from sender where connection = ? and key = ?")
                        .params(connection, key)
                        .update()
                > 0;
    }

    /** @return false where it is there already */
    boolean add(String connection, Credential.Kind kind, String provider, CredentialReader.Good read, String addedBy) {
        return jdbc.sql("""
                        insert into credential (connection, provider, kind, value, not_after, added_by)
                        values (:connection, :provider, :kind, :value, :end, :by) on conflict do nothing""")
                        .param("connection", connection)
                        .param("provider", provider)
                        .param("kind", kind.code())
                        .param("value", read.value())
                        .param(
                                "end",
                                read.notAfter().map(Timestamp::from).orElse(null),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("by", addedBy)
                        .update()
                > 0;
    }

    boolean withdraw(String connection, UUID credential) {
        return jdbc.sql(
                                "update credential set revoked_at = now() where connection = ? and id = ? and revoked_at is null")
                        .params(connection, credential)
                        .update()
                > 0;
    }
}
