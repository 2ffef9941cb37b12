package org.caseward.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.caseward.matching.watch.QualityChanged;
import org.caseward.matching.watch.Standing;
import org.caseward.matching.watch.Standings;
import org.caseward.report.AuditedAct;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How filing without a person stands in somebody's programs, and the lifting of a stop, which is a supervisor's. */
@Component
class QualityDesk {
    private static final int LONGEST = 2_000;

    /** @param liftedAt empty while it holds */
    record Stop(
            String program,
            String modelVersion,
            Instant stoppedAt,
            String text,
            Optional<Instant> liftedAt,
            @Nullable String liftedBy,
            @Nullable String reason) {
        public boolean holds() {
            return liftedAt.isEmpty();
        }
    }

    record Overview(List<Standing> standings, List<Stop> stops) {
        public boolean stopped(String program) {
            return stops.stream()
                    .anyMatch(stop -> stop.holds() && stop.program().equals(program));
        }
    }

    private final StaffDesk desk;
    private final Standings standings;
    private final ApplicationEventPublisher events;

    QualityDesk(StaffDesk desk, Standings standings, ApplicationEventPublisher events) {
        this.desk = desk;
        this.standings = standings;
        this.events = events;
    }

    Overview overview(Staff who) {
        return desk.as(who, jdbc -> new Overview(standings.of(jdbc, who.programs()), stops(jdbc, who)));
    }

    /** Those that hold first, then the latest. */
    private static List<Stop> stops(JdbcClient jdbc, Staff who) {
        return jdbc.sql("""
                select program, model_version, stopped_at, text, lifted_at, lifted_by, lift_reason from hub.watch_stop
                where program = any(?) order by lifted_at is not null, stopped_at desc limit 50""")
                .param((Object) who.programs().toArray(String[]::new))
                .query((row, n) -> new Stop(
                        row.getString("program"),
                        row.getString("model_version"),
                        row.getObject("stopped_at", OffsetDateTime.class).toInstant(),
                        row.getString("text"),
                        Optional.ofNullable(row.getObject("lifted_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("lifted_by"),
                        row.getString("lift_reason")))
                .list();
    }

    /**
     * Lets reports of the program be filed without a person again; the count of errors begins anew.
     *
     * @throws Objection.Raised 404 where this person supervises no such program, 409 where nothing is stopped, 422 without a reason
     */
    void lift(Staff who, String program, @Nullable String reason) {
        if (!who.has(Role.SUPERVISOR, program)) {
            throw new Objection.Raised(new Objection(
                    HttpStatus.NOT_FOUND,
                    "No such program",
                    "You supervise no program of this name. Ask one of its supervisors."));
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new Objection.Raised(
                    Objection.invalid(
                            "The reason is missing or longer than 2,000 characters. Say in a few words what was wrong and why it will not happen again."));
        }
        desk.as(who, jdbc -> {
            int lifted =
                    jdbc.sql("""
                    update hub.watch_stop set lifted_at = now(), lifted_by = ?, lift_reason = ? where program = ? and lifted_at is null""").params(who.name(), reason.strip(), program).update();
            if (lifted == 0) {
                throw new Objection.Raised(Objection.conflict("Nothing is stopped in program " + program
                        + ": somebody else may have lifted it. Load the page again."));
            }
            events.publishEvent(new AuditedAct(
                    who.name(), "automatic-filing-allowed", program, Optional.of(program), "the stop was lifted"));
            return lifted;
        });
        events.publishEvent(new QualityChanged(program));
    }
}
