package org.caseward.review;

import java.util.List;
import org.caseward.casefile.PersonFeed;
import org.caseward.casefile.PersonNews;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.Reason;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportState;
import org.caseward.report.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that tell of people and not of a case: from a source that may tell, they end in the case file and not on a case. Called inside the transaction that records. */
@Component
class NewsOfPeople {
    /** Reason code of news that were taken into the case file. */
    static final String TAKEN = "person-news";

    private final PersonFeed feed;
    private final JdbcClient jdbc;

    NewsOfPeople(PersonFeed feed, JdbcClient jdbc) {
        this.feed = feed;
        this.jdbc = jdbc;
    }

    Decision settle(Decision decision) {
        NormalisedReport report = decision.report().matched().normalised();
        ReceivedReport received = report.extracted().received();
        if (report.fields().first(PersonNews.KIND).isEmpty() || !isWaiting(received)) {
            return decision;
        }
        PersonNews news = new PersonNews(
                received.id().value(),
                received.connection(),
                received.provider(),
                received.programs(),
                received.controlId(),
                report.status().at(),
                report.fields());
        return switch (feed.take(news)) {
            case PersonFeed.Taken.NotHere notHere -> decision;
            case PersonFeed.Taken.Done(String words) ->
                new Decision.SetAside(
                        decision.report(),
                        new Reason(TAKEN, words + " It is no report, so it stands on no case."),
                        Step.DECIDED);
            case PersonFeed.Taken.Ask(String words) ->
                Corrections.asked(decision, List.of(new Reason("person-news-unsure", words)));
        };
    }

    /** A message that was recorded before changes nothing a second time. */
    private boolean isWaiting(ReceivedReport received) {
        return jdbc.sql("select state from report where id = ? for update")
                .param(received.id().value())
                .query(String.class)
                .optional()
                .filter(ReportState.RECEIVED.code()::equals)
                .isPresent();
    }
}
