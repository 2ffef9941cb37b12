package org.caseward.casefile;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How people ({@code p}) and cases ({@code c}) are read from rows of a query that selects {@link #COLUMNS}. */
public final class CaseRows {
    public static final String COLUMNS = """
            p.program, p.id, p.family, p.given, p.middle, p.suffix, p.former_family, p.birth_date, p.sex, p.ssn_last4,
            p.employee_number, p.address, p.phones, c.case_number, c.claim_numbers, c.status, c.opened, c.closed, c.injury_date,
            c.body_parts, c.diagnoses, c.employer, c.unit, c.coordinator, c.providers""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseRows() {}

    public static Person person(ResultSet row) throws SQLException {
        String address = row.getString("address");
        return new Person(
                row.getString("id"),
                row.getString("family"),
                row.getString("given"),
                row.getString("middle"),
                row.getString("suffix"),
                texts(row, "former_family"),
                date(row, "birth_date"),
                row.getString("sex"),
                row.getString("ssn_last4"),
                row.getString("employee_number"),
                address == null ? null : JSON.readValue(address, PostalAddress.class),
                texts(row, "phones"));
    }

    public static CaseFile caseFile(ResultSet row, Person person) throws SQLException {
        return new CaseFile(
                row.getString("program"),
                row.getString("case_number"),
                texts(row, "claim_numbers"),
                row.getString("status"),
                date(row, "opened"),
                date(row, "closed"),
                date(row, "injury_date"),
                texts(row, "body_parts"),
                texts(row, "diagnoses"),
                row.getString("employer"),
                row.getString("unit"),
                row.getString("coordinator"),
                person,
                providers(row.getString("providers")));
    }

    private static List<CaseProvider> providers(String json) {
        return json.equals("[]") ? List.of() : List.of(JSON.readValue(json, CaseProvider[].class));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
