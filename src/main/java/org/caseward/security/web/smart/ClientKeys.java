package org.caseward.security.web.smart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caseward.security.SmartScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that FHIR clients have registered, from the directory; looked up at each request for a token, so that a withdrawn key ends at once. */
@Component
public class ClientKeys {
    private static final String FIND = """
            select k.kind, k.value, c.settings ->> 'scopes' as scopes
            from hub.connection c join hub.credential k on k.connection = c.id
            where c.channel = 'fhir' and c.address = ? and c.enabled and k.kind in ('jwks', 'jwks-url')
                and k.revoked_at is null and (k.not_after is null or k.not_after > now())
            """;

    private final JdbcClient jdbc;

    ClientKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A client that may prove itself by keys.
     *
     * @param sets key sets (RFC 7517), as they were registered
     * @param urls where the client serves its key set itself
     * @param scopes all that it may ask for
     */
    public record Keyed(String client, List<String> sets, List<String> urls, List<SmartScope> scopes) {}

    private record Row(String kind, String value, @Nullable String scopes) {}

    public Optional<Keyed> find(String client) {
        List<Row> rows = jdbc.sql(FIND).param(client).query(Row.class).list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Keyed(
                        client,
                        values(rows, "jwks"),
                        values(rows, "jwks-url"),
                        scopes(rows.getFirst().scopes())));
    }

    private static List<String> values(List<Row> rows, String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(Row::value)
                .toList();
    }

    /** Where the connection says nothing of scopes, all that there is. */
    private static List<SmartScope> scopes(@Nullable String said) {
        return said == null
                ? SmartScope.OFFERED
                : Arrays.stream(said.strip().split("\\s+"))
                        .flatMap(text -> SmartScope.of(text).stream())
                        .toList();
    }
}
