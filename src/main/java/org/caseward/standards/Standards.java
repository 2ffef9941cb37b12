package org.caseward.standards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.CaseFiles;
import org.caseward.matching.MatchResult;
import org.caseward.matching.MatchResult.Candidate;
import org.caseward.matching.MatchedReport;
import org.caseward.matching.scoring.Outcome;
import org.caseward.report.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks every rule what it has to say about a report, and keeps all of it. */
@Component("standards")
public class Standards {
    private final CaseFinder cases;
    private final DurationTables tables;

    /** Where a report's case is looked up. */
    interface CaseFinder {
        Optional<CaseFile> find(String program, String caseNumber);
    }

    @Autowired
    Standards(CaseFiles cases, @Value("${caseward.standards:standards}") String folder) {
        this(cases::find, DurationTables.load(Path.of(folder)));
    }

    Standards(CaseFinder cases, DurationTables tables) {
        this.cases = cases;
        this.tables = tables;
    }

    /** Asks of a report by itself: without cases, and without tables. */
    public static Standards alone() {
        return new Standards((program, number) -> Optional.empty(), new DurationTables(Durations.NONE, Map.of()));
    }

    Map<String, List<String>> complaints() {
        return tables.complaints();
    }

    public CheckedReport check(MatchedReport report) {
        List<Finding> findings = new ArrayList<>();
        CompletenessRule.ALL.forEach(rule -> rule.check(report.normalised()).ifPresent(findings::add));
        Consideration beside = beside(report);
        MedicalRule.ALL.forEach(rule -> rule.check(beside).ifPresent(findings::add));
        return new CheckedReport(report, findings);
    }

    private Consideration beside(MatchedReport report) {
        MatchResult match = report.match();
        Optional<Candidate> best = match.outcome() == Outcome.NOBODY
                ? Optional.empty()
                : match.candidates().stream().findFirst();
        String program = match.program().or(() -> best.map(Candidate::program)).orElse("");
        Optional<CaseFile> file = best.flatMap(one -> cases.find(one.program(), one.caseNumber()));
        return new Consideration(report.normalised(), file, tables.durations(), program);
    }
}
