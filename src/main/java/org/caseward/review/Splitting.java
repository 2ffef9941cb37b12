package org.caseward.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.caseward.report.Step;
import org.caseward.security.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One delivery held several documents: each part becomes a report of its own and begins the way again, and the whole is set aside. */
@Component
class Splitting {
    private static final String LANE = "documents";

    private final ReportStory story;
    private final DecisionLedger ledger;

    Splitting(ReportStory story, DecisionLedger ledger) {
        this.story = story;
        this.ledger = ledger;
    }

    void split(JdbcClient desk, Staff who, DeskReport report, Act.Split act) {
        List<Integer> shown = story.pages(desk, report.id()).stream()
                .map(ReportStory.PageImage::number)
                .toList();
        refuseIncomplete(shown, act.parts());
        ledger.move(
                desk,
                report,
                ReportState.REJECTED,
                report.program(),
                "split",
                "Split into parts; each of them goes its own way.");
        ledger.write(
                desk,
                who,
                report,
                DecisionLedger.Line.of(act, report.program()),
                "Split into " + act.parts().size() + " parts; each of them goes its own way.");
        Map<Integer, Integer> received = received(shown, report.pages());
        for (int part = 1; part <= act.parts().size(); part++) {
            List<Integer> pages =
                    act.parts().get(part - 1).stream().map(received::get).toList();
            begin(desk, who, report, part, pages);
        }
    }

    private static void refuseIncomplete(List<Integer> shown, List<List<Integer>> parts) {
        if (shown.size() < 2) {
            throw new Objection.Raised(Objection.invalid("The report has " + (shown.isEmpty() ? "no pages" : "one page")
                    + ", so there is nothing to split."));
        }
        if (parts.size() < 2) {
            throw new Objection.Raised(
                    Objection.invalid("A split needs at least two parts, e.g. \"pages\": [[1, 2], [3]]."));
        }
        List<Integer> named = parts.stream().flatMap(List::stream).sorted().toList();
        if (!named.equals(shown)) {
            throw new Objection.Raised(
                    Objection.invalid("Every page from " + shown.getFirst() + " to " + shown.getLast()
                            + " must stand in exactly one part. Add what is missing and name no page twice."));
        }
    }

    /** A part of a part: its pages as shown are not always the numbers they had in the received document. */
    private static Map<Integer, Integer> received(List<Integer> shown, List<Integer> kept) {
        Map<Integer, Integer> received = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            received.put(shown.get(i), kept.size() == shown.size() ? kept.get(i) : shown.get(i));
        }
        return received;
    }

    private void begin(JdbcClient desk, Staff who, DeskReport whole, int part, List<Integer> pages) {
        UUID id = ReportId.next().value();
        desk.sql("""
                insert into hub.report (id, receipt, receipt_number, part, parent, pages, received_at, channel, connection,
                       programs, program, provider, control_id, sha256, part_path, media_type, file_name, state, lane)
                select :id, receipt, receipt_number, :part, id, :pages, received_at, channel, connection,
                       programs, program, provider, control_id, sha256, part_path, media_type, file_name, 'received', :lane
                from hub.report where id = :whole""")
                .param("id", id)
                .param("part", part)
                .param("pages", pages.toArray(Integer[]::new))
                .param("lane", LANE)
                .param("whole", whole.id())
                .update();
        String told = "Part " + part + " of a split: pages "
                + pages.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " of what was received.";
        ledger.step(desk, id, Instant.now(), Step.RECEIVED, "split", told, who.name());
        ledger.enqueue(desk, LANE, id);
    }
}
