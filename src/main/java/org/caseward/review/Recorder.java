package org.caseward.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseward.extraction.Page;
import org.caseward.matching.MatchResult;
import org.caseward.matching.rematch.WaitingKeys;
import org.caseward.matching.watch.AutomaticFilings;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.register.Outbox;
import org.caseward.register.Register;
import org.caseward.report.Reason;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes all that the stages found, and the decision, in one transaction; a report that was recorded before is left as it is. */
@Component("recorder")
public class Recorder {
    /** Between the reasons of one report. */
    static final String AND_ALSO = "; ";

    private static final String RECORD = """
            update report set state = :state, program = coalesce(:program, program), document_type = :type, fields = :fields::jsonb,
                match = :match::jsonb, findings = :findings::jsonb, mappings = :mappings::jsonb, reason_code = :code, reason = :reason,
                copy_of = :copy, media_type = coalesce(media_type, :media),
                level_missing = :missing::jsonb, level_profile = null, level_check = :check, version = version + 1, changed_at = now()
            where id = :id and state = 'received'
            """;

    private final JdbcClient jdbc;
    private final Register register;
    private final Outbox outbox;
    private final DecisionTable decisions;
    private final AutomaticFilings filings;
    private final WaitingKeys waiting;
    private final NewsOfPeople news;
    private final Corrections corrections;
    private final LevelKept level;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Recorder(
            JdbcClient jdbc,
            Register register,
            Outbox outbox,
            DecisionTable decisions,
            AutomaticFilings filings,
            WaitingKeys waiting,
            NewsOfPeople news,
            Corrections corrections,
            LevelKept level,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.register = register;
        this.outbox = outbox;
        this.decisions = decisions;
        this.filings = filings;
        this.waiting = waiting;
        this.news = news;
        this.corrections = corrections;
        this.level = level;
        this.transaction = transaction;
        this.json = json;
    }

    public void record(Decision decision) {
        transaction.executeWithoutResult(status -> {
            ReportId id = received(decision).id();
            Corrections.Settled settled = corrections.settle(news.settle(decision));
            if (update(settled.decision())) {
                register.add(id, StagesTold.steps(settled.decision()));
                pages(id, normalised(decision).extracted().pages());
                switch (settled.decision()) {
                    case Decision.File file -> file(id, file);
                    case Decision.Review review -> waiting.keep(normalised(review));
                    case Decision.SetAside aside -> waiting.forget(id);
                }
                corrections.carryOut(settled);
            }
        });
    }

    private void file(ReportId id, Decision.File file) {
        String model = file.report().matched().match().modelVersion();
        decisions.file(id, file.program(), file.caseNumbers());
        filings.filed(id, file.program(), model, file.caseNumbers());
        waiting.forget(id);
        outbox.put(Outbox.PUBLISHING, id);
    }

    /** What would change in the report's record if this decision were recorded: names only, never a person's values. */
    public List<String> difference(Decision decision) {
        NormalisedReport normalised = normalised(decision);
        MatchResult match = decision.report().matched().match();
        String state = (decision instanceof Decision.File ? ReportState.FILED : stands(decision)).code();
        java.util.Map<String, Object> kept = jdbc.sql(
                        "select state, document_type, fields::text as fields, match->>'decision' as decision from report where id = ?")
                .param(received(decision).id().value())
                .query()
                .singleRow();
        List<String> changes = new ArrayList<>();
        differs(changes, "state", kept.get("state"), state);
        differs(
                changes,
                "documentType",
                kept.get("document_type"),
                normalised.type().code());
        differs(
                changes,
                "decision",
                kept.get("decision"),
                match.decision().name().toLowerCase(java.util.Locale.ROOT));
        tools.jackson.databind.JsonNode before = json.readTree(String.valueOf(kept.get("fields")));
        tools.jackson.databind.JsonNode after = json.valueToTree(FieldsJson.of(normalised.fields()));
        java.util.TreeSet<String> names = new java.util.TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            if (!before.path(name).equals(after.path(name))) {
                changes.add("field " + name + ": "
                        + (after.has(name) ? before.has(name) ? "read otherwise" : "now read" : "no longer read"));
            }
        }
        return changes;
    }

    private static void differs(
            List<String> changes, String name, @org.jspecify.annotations.Nullable Object before, String after) {
        if (!after.equals(before)) {
            changes.add(name + ": " + (before == null ? "nothing" : before) + " to " + after);
        }
    }

    private boolean update(Decision decision) {
        NormalisedReport normalised = normalised(decision);
        MatchResult match = decision.report().matched().match();
        Optional<Reason> why = why(decision);
        return jdbc.sql(RECORD)
                        .param("state", stands(decision).code())
                        .param("program", match.program().orElse(null))
                        .param("type", normalised.type().code())
                        .param("fields", json.writeValueAsString(FieldsJson.of(normalised.fields())))
                        .param("match", json.writeValueAsString(match))
                        .param(
                                "findings",
                                json.writeValueAsString(decision.report().findings()))
                        .param("mappings", json.writeValueAsString(normalised.mappings()))
                        .param("code", why.map(Reason::code).orElse(null))
                        .param("reason", why.map(Reason::text).orElse(null))
                        .param(
                                "copy",
                                received(decision).copyOf().map(ReportId::value).orElse(null))
                        .param("media", received(decision).mediaType())
                        .param("missing", level.missing(decision.report()))
                        .param("check", level.check(received(decision).id()))
                        .param("id", received(decision).id().value())
                        .update()
                == 1;
    }

    private static ReportState stands(Decision decision) {
        return switch (decision) {
            case Decision.File file -> ReportState.MATCHED;
            case Decision.Review review -> ReportState.IN_REVIEW;
            case Decision.SetAside aside -> ReportState.REJECTED;
        };
    }

    private static Optional<Reason> why(Decision decision) {
        return switch (decision) {
            case Decision.File file -> Optional.empty();
            case Decision.Review review -> Optional.of(StagesTold.together(review.reasons()));
            case Decision.SetAside aside -> Optional.of(aside.reason());
        };
    }

    private void pages(ReportId id, List<Page> pages) {
        for (Page page : pages) {
            jdbc.sql(
                            "insert into report_page (report, number, image, width, height, method) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                    .params(
                            id.value(),
                            page.number(),
                            page.image().toString(),
                            page.width(),
                            page.height(),
                            page.method())
                    .update();
        }
    }

    private static NormalisedReport normalised(Decision decision) {
        return decision.report().matched().normalised();
    }

    private static org.caseward.report.ReceivedReport received(Decision decision) {
        return normalised(decision).extracted().received();
    }
}
