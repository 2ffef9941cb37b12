package org.caseward.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caseward.report.ValidationLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what the JSON API shows of reports, with one query for all histories and one for all relatives. */
@Component
class ReportViews {
    private final ReportStory story;
    private final ReportJson json;
    private final VersionChanges versions;

    ReportViews(ReportStory story, ReportJson json, VersionChanges versions) {
        this.story = story;
        this.versions = versions;
        this.json = json;
    }

    List<ReportView> of(JdbcClient desk, List<DeskReport> reports) {
        Map<UUID, List<ReportStory.Line>> histories =
                story.history(desk, reports.stream().map(DeskReport::id).toList());
        Map<String, List<ReportStory.Relative>> relatives = story.relatives(
                desk, reports.stream().map(DeskReport::receiptNumber).distinct().toList());
        return reports.stream()
                .map(report -> view(
                        report,
                        reports.size() == 1 ? versions.of(desk, report) : null,
                        histories.getOrDefault(report.id(), List.of()),
                        relatives.getOrDefault(report.receiptNumber(), List.of())))
                .toList();
    }

    private ReportView view(
            DeskReport report,
            VersionChanges.@Nullable Shown versions,
            List<ReportStory.Line> history,
            List<ReportStory.Relative> relatives) {
        return new ReportView(
                report.id(),
                report.receiptNumber(),
                report.parent(),
                relatives.stream()
                        .filter(other ->
                                other.parent().filter(report.id()::equals).isPresent())
                        .map(ReportStory.Relative::report)
                        .toList(),
                relatives.stream()
                        .map(other -> new ReportView.Sibling(other.report(), other.part(), other.state()))
                        .toList(),
                report.program(),
                report.state().code(),
                report.channel().code(),
                report.provider(),
                report.controlId(),
                report.receivedAt(),
                report.sha256(),
                report.type().code(),
                report.stored().fields(),
                json.shownMatch(report.stored().match()),
                report.stored().findings(),
                report.reason() == null ? null : new ReportView.Why(report.reasonCode(), report.reason()),
                versions == null ? null : versions.earlier(),
                versions == null ? null : versions.newer(),
                level(report.level()),
                history.stream()
                        .map(line -> new ReportView.Happened(
                                line.at(), line.step(), line.outcome(), line.reason(), line.actor()))
                        .toList(),
                links(report.id()));
    }

    private static ReportView.@Nullable Level level(ReportLevel level) {
        return level.reached()
                .map(reached -> new ReportView.Level(
                        reached.code(),
                        reached.word(),
                        reached.next().map(ValidationLevel::code).orElse(null),
                        level.missing()))
                .orElse(null);
    }

    private static Map<String, String> links(UUID id) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", "/api/reports/" + id);
        links.put("decision", "/api/reports/" + id + "/decision");
        links.put("fhir", "/api/reports/" + id + "/fhir");
        links.put("page", "/reports/" + id);
        return links;
    }
}
