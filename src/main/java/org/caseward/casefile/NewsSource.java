package org.caseward.casefile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may change the person index. A connection's settings name one provider ({@code adtSource}) and which of its numbers is the person's in the case feed
 * ({@code adtPerson}, an identifier's type and assigner such as {@code EI.CITYHR}); without both nobody on that connection may.
 */
@Component
class NewsSource {
    private static final String OWN = "identifier.";
    private static final String PRIOR = "prior.";

    private final JdbcClient jdbc;

    NewsSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number type and assigner of the person's number, as the ending of a field's name */
    record Authority(String number) {
        /** The person's numbers, each once: more than one says nothing surely. */
        List<String> people(Fields fields) {
            return numbers(fields, OWN);
        }

        /** The numbers of who goes into the person. */
        List<String> merged(Fields fields) {
            return numbers(fields, PRIOR);
        }

        private List<String> numbers(Fields fields, String family) {
            return Stream.of(family + number)
                    .flatMap(name -> fields.all(name).stream())
                    .map(FieldValue::value)
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .toList();
        }
    }

    Optional<Authority> authority(PersonNews news) {
        return jdbc.sql("""
                        select settings ->> 'adtPerson' from connection
                        where id = ? and settings ->> 'adtSource' = ? and settings ->> 'adtPerson' <> ''""")
                .params(news.connection(), news.provider().orElse(""))
                .query(String.class)
                .optional()
                .map(Authority::new);
    }
}
