package org.caseward.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Extraction;
import org.caseward.intake.Receipts;
import org.caseward.normalisation.MappingLibrary;
import org.caseward.normalisation.MappingTrial;
import org.caseward.report.AuditedAct;
import org.caseward.report.Outcome;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tries a changed mapping on kept reports of the person's programs, a page of them at a time, and keeps nothing. Both readings are made anew from the bytes as they came, so that
 * only what the change does shows. What fields hold is shown to those alone who may read that report; others see which fields differ.
 */
@Component
class MappingDesk {
    /** So long one page may take; a report that has begun is finished. */
    private static final Duration PAGE_TAKES = Duration.ofSeconds(10);

    private static final int PAGE = 200;
    private static final int MOST_COUNTED = 100_000;
    private static final Role[] READING = {
        Role.COORDINATOR, Role.SENIOR_COORDINATOR, Role.SUPERVISOR, Role.AUDITOR,
    };
    private static final Pattern AGO = Pattern.compile("(\\d{1,4})([dhm])");
    private static final String CHOSEN = """
             from hub.report where received_at >= :since and (cast(:program as text) is null or program = :program)
            """;

    private final StaffDesk desk;
    private final Receipts receipts;
    private final Extraction extraction;
    private final MappingLibrary library;
    private final ApplicationEventPublisher events;

    MappingDesk(
            StaffDesk desk,
            Receipts receipts,
            Extraction extraction,
            MappingLibrary library,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.receipts = receipts;
        this.extraction = extraction;
        this.library = library;
        this.events = events;
    }

    /**
     * What is asked.
     *
     * @param since only reports received from then on
     * @param program only this one's; null for all of the person's
     * @param cursor where the page before ended
     */
    record Asked(
            String id, String text, Instant since, @Nullable String program, Optional<UUID> cursor) {}

    /** @param shown whether the values may be shown to this person */
    record Tried(
            UUID report, String receipt, @Nullable String program, MappingTrial.Compared compared, boolean shown) {}

    /**
     * One page.
     *
     * @param total how many reports there are to try in all, up to 100,000; counted on the first page only, else 0
     * @param tried how many were read on this page
     * @param unreadable how many of them could not be read at all, before and after
     * @param differing those that would differ
     */
    record Page(long total, int tried, int unreadable, List<Tried> differing, Optional<UUID> next) {}

    private record Kept(
            UUID id, String receiptNumber, @Nullable String program) {}

    /** @param who with all roles held; only programs where the person is an integration engineer are looked at */
    Page page(Staff who, MappingTrial trial, Asked asked) {
        Staff engineer = who.acting(Role.INTEGRATION_ENGINEER);
        long total = asked.cursor().isPresent() ? 0 : total(engineer, asked);
        List<Kept> kept = kept(engineer, asked);
        List<Tried> differing = new java.util.ArrayList<>();
        Instant end = Instant.now().plus(PAGE_TAKES);
        int tried = 0;
        int unreadable = 0;
        Optional<UUID> last = Optional.empty();
        for (Kept report : kept) {
            if (Instant.now().isAfter(end)) {
                break;
            }
            Optional<MappingTrial.Compared> compared = extracted(report.id()).map(trial::compare);
            compared.filter(MappingTrial.Compared::differs)
                    .ifPresent(found -> differing.add(shown(who, report, found)));
            unreadable += compared.isEmpty() ? 1 : 0;
            tried++;
            last = Optional.of(report.id());
        }
        boolean more = tried < kept.size() || kept.size() == PAGE;
        audit(who, trial, asked, tried, differing);
        return new Page(total, tried, unreadable, differing, more ? last : Optional.empty());
    }

    private Optional<ExtractedReport> extracted(UUID id) {
        ReceivedReport received = receipts.open(new ReportId(id));
        return received != null && extraction.extract(received) instanceof Outcome.Passed<ExtractedReport> passed
                ? Optional.of(passed.value())
                : Optional.empty();
    }

    private List<Kept> kept(Staff engineer, Asked asked) {
        return desk.as(
                engineer,
                jdbc -> jdbc.sql("select id, receipt_number, program" + CHOSEN + """
                         and (cast(:cursor as uuid) is null or id < :cursor) order by id desc limit :page
                        """)
                        .param("since", asked.since().atOffset(ZoneOffset.UTC))
                        .param("program", asked.program())
                        .param("cursor", asked.cursor().orElse(null))
                        .param("page", PAGE)
                        .query(Kept.class)
                        .list());
    }

    private long total(Staff engineer, Asked asked) {
        return desk.as(
                engineer,
                jdbc -> jdbc.sql("select count(*) from (select 1" + CHOSEN + " limit :most) counted")
                        .param("since", asked.since().atOffset(ZoneOffset.UTC))
                        .param("program", asked.program())
                        .param("most", MOST_COUNTED)
                        .query(Long.class)
                        .single());
    }

    private static Tried shown(Staff who, Kept report, MappingTrial.Compared compared) {
        String program = report.program();
        boolean reads = program != null && Arrays.stream(READING).anyMatch(role -> who.has(role, program));
        return new Tried(report.id(), report.receiptNumber(), program, compared, reads);
    }

    private void audit(Staff who, MappingTrial trial, Asked asked, int tried, List<Tried> differing) {
        events.publishEvent(new AuditedAct(
                who.name(),
                "mapping-tried",
                trial.tried().id(),
                Optional.ofNullable(asked.program()),
                trial.tried().hash() + " on " + tried + " reports"));
        differing.stream()
                .filter(Tried::shown)
                .forEach(report -> events.publishEvent(new AuditedAct(
                        who.name(),
                        "viewed",
                        report.report().toString(),
                        Optional.ofNullable(report.program()),
                        "mapping-try")));
    }

    /** {@code 7d}, {@code 12h}, {@code 30m}, a date (in UTC) or a moment; nothing where it is none of these. */
    static Optional<Instant> since(String text, Instant now) {
        Matcher ago = AGO.matcher(text.strip());
        if (ago.matches()) {
            long many = Long.parseLong(ago.group(1));
            return Optional.of(now.minus(
                    switch (ago.group(2)) {
                        case "d" -> Duration.ofDays(many);
                        case "h" -> Duration.ofHours(many);
                        default -> Duration.ofMinutes(many);
                    }));
        }
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text.strip())
                            : LocalDate.parse(text.strip())
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    MappingTrial trial(String id, String text) throws MappingTrial.Wrong {
        return MappingTrial.of(library, id, text);
    }
}
