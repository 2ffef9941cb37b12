package org.caseward.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.Fields;

/**
 * What a message says of a person rather than of a case.
 *
 * @param provider the registered sender
 * @param controlId the message's own id
 * @param at when the source says it happened
 * @param fields as the mapping read them; {@link #KIND} tells whether there is news at all
 */
public record PersonNews(
        UUID report,
        String connection,
        Optional<String> provider,
        List<String> programs,
        String controlId,
        Optional<Instant> at,
        Fields fields) {
    /** The field by which a mapping says that a message brings news of a person: {@code update} or {@code merge}. */
    public static final String KIND = "person.news";

    public PersonNews {
        programs = List.copyOf(programs);
    }

    boolean isUpdate() {
        return fields.text(KIND).filter("update"::equals).isPresent();
    }

    boolean isMerge() {
        return fields.text(KIND).filter("merge"::equals).isPresent();
    }

    @Override
    public String toString() {
        return "PersonNews[" + report + "]";
    }
}
