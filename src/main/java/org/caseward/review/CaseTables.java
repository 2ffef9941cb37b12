package org.caseward.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks cases up in the hub's mirror of people and cases. */
@Component
class CaseTables implements CaseLookup {
    private static final String SELECT = """
            select c.program, c.case_number, c.status, c.injury_date, c.body_parts, c.claim_numbers, c.coordinator,
                   p.family, p.given, p.middle, p.suffix, p.birth_date
            from hub.case_file c join hub.person p on p.program = c.program and p.id = c.person_id
            where c.program = any(:programs)
            """;

    @Override
    public List<CaseCard> byNumber(JdbcClient desk, Collection<String> programs, Collection<String> caseNumbers) {
        return desk.sql(SELECT + " and c.case_number = any(:numbers)")
                .param("programs", programs.toArray(String[]::new))
                .param("numbers", caseNumbers.toArray(String[]::new))
                .query(CaseTables::card)
                .list();
    }

    /** Where nobody is called so, whoever is called nearly so: a name that was heard or read wrong is found, and one that was typed right stands alone. */
    @Override
    public List<CaseCard> search(JdbcClient desk, Collection<String> programs, String text, int limit) {
        List<CaseCard> found = asTyped(desk, programs, text, limit);
        return found.isEmpty() ? spelledAlike(desk, programs, text, limit) : found;
    }

    private static List<CaseCard> asTyped(JdbcClient desk, Collection<String> programs, String text, int limit) {
        String[] name = text.split(",", 2);
        return desk.sql(SELECT + """
                 and (starts_with(lower(c.case_number), lower(:text))
                      or exists (select from unnest(c.claim_numbers) as claim where starts_with(lower(claim), lower(:text)))
                      or (starts_with(lower(p.family), lower(:family)) and starts_with(lower(p.given), lower(:given))))
                order by c.status = 'closed', c.case_number limit :limit""")
                .param("programs", programs.toArray(String[]::new))
                .param("text", text)
                .param("family", name[0].strip())
                .param("given", name.length > 1 ? name[1].strip() : "")
                .param("limit", limit)
                .query(CaseTables::card)
                .list();
    }

    private static List<CaseCard> spelledAlike(JdbcClient desk, Collection<String> programs, String text, int limit) {
        return desk.sql(SELECT + """
                 and (p.program, p.id) in (select a.program, a.id from hub.people_spelled_alike(:name, :limit) as a)
                order by c.status = 'closed', c.case_number limit :limit""")
                .param("programs", programs.toArray(String[]::new))
                .param("name", text.replace(',', ' ').strip())
                .param("limit", limit)
                .query(CaseTables::card)
                .list();
    }

    private static CaseCard card(ResultSet row, int number) throws SQLException {
        return new CaseCard(
                row.getString("program"),
                row.getString("case_number"),
                "closed".equals(row.getString("status")),
                person(row),
                orEmpty(row.getString("birth_date")),
                orEmpty(row.getString("injury_date")),
                List.of((String[]) row.getArray("body_parts").getArray()),
                List.of((String[]) row.getArray("claim_numbers").getArray()),
                orEmpty(row.getString("coordinator")));
    }

    private static String person(ResultSet row) throws SQLException {
        String given = Stream.of(row.getString("given"), row.getString("middle"), row.getString("suffix"))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return row.getString("family") + ", " + given;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
