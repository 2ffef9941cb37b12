package org.caseward.review;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds cases for a person at the desk. An implementation runs in the desk's transaction, so that row-level security hides what lies outside the person's programs, and
 * looks only into the programs it is given.
 */
interface CaseLookup {
    /** The cases with exactly these numbers. */
    List<CaseCard> byNumber(JdbcClient desk, Collection<String> programs, Collection<String> caseNumbers);

    /** Cases whose number or claim number begins with the text, or whose person's family name does, before those of people whose name is only spelled alike; then by case number. */
    List<CaseCard> search(JdbcClient desk, Collection<String> programs, String text, int limit);
}
