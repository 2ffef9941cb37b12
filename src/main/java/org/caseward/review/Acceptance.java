package org.caseward.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caseward.report.ReportState;
import org.caseward.security.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person says on which cases a report belongs. The publisher files it after the commit; until then it is being filed. */
@Component
class Acceptance {
    static final String LANE = "publishing";

    private final CaseLookup cases;
    private final DecisionLedger ledger;
    private final VersionChanges versions;

    Acceptance(CaseLookup cases, DecisionLedger ledger, VersionChanges versions) {
        this.cases = cases;
        this.ledger = ledger;
        this.versions = versions;
    }

    /** With the cases that a correction or withdrawal concerns, where the person named none. A closed one is meant, since the earlier version lies there. */
    Act.Accept named(JdbcClient desk, DeskReport report, Act.Accept act) {
        if (!act.caseNumbers().isEmpty()) {
            return act;
        }
        List<String> concerned = versions.casesOfEarlier(desk, report);
        if (concerned.isEmpty()) {
            throw new Objection.Raised(
                    Objection.invalid("No case is named. Give at least one case number in `caseNumbers`."));
        }
        return new Act.Accept(concerned, act.program(), true);
    }

    /** @return the program whose cases they are */
    String accept(JdbcClient desk, Sight sight, Staff who, DeskReport report, Act.Accept act) {
        List<String> programs = sight.filesInto(report).stream()
                .filter(program -> act.program().map(program::equals).orElse(true))
                .toList();
        List<CaseCard> found = cases.byNumber(desk, programs, act.caseNumbers());
        String program = oneProgram(report, act, found);
        List<CaseCard> meant =
                found.stream().filter(card -> card.program().equals(program)).toList();
        refuseClosed(act, meant);
        ledger.move(desk, report, ReportState.MATCHED, program, "accepted", "Accepted; it is being filed.");
        ledger.write(
                desk,
                who,
                report,
                new DecisionLedger.Line(act, program, act.caseNumbers(), null, List.of(), null),
                "Accepted for case " + String.join(", ", act.caseNumbers()) + "; it is being filed.");
        ledger.enqueue(desk, LANE, report.id());
        return program;
    }

    /** The program that holds all the cases named. */
    private static String oneProgram(DeskReport report, Act.Accept act, List<CaseCard> found) {
        Set<String> wanted = Set.copyOf(act.caseNumbers());
        List<String> holding = found.stream()
                .collect(Collectors.groupingBy(
                        CaseCard::program, Collectors.mapping(CaseCard::caseNumber, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().containsAll(wanted))
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
        if (holding.isEmpty()) {
            throw new Objection.Raised(Objection.invalid(unknown(report, wanted, found)));
        }
        if (holding.size() > 1) {
            throw new Objection.Raised(Objection.invalid("The case number stands in several programs (" + holding
                    + "). Say in `program` which one is meant."));
        }
        return holding.getFirst();
    }

    private static String unknown(DeskReport report, Set<String> wanted, List<CaseCard> found) {
        Set<String> missing = new TreeSet<>(wanted);
        found.forEach(card -> missing.remove(card.caseNumber()));
        if (missing.isEmpty()) {
            return "The cases named belong to different programs. A report is filed in one program: name cases of one.";
        }
        return "No case " + String.join(", ", missing) + " in "
                + Optional.ofNullable(report.program())
                        .map(p -> "program " + p)
                        .orElse("the programs you triage for this sender")
                + ". Check the number; a new case appears here after the case store's next feed.";
    }

    private static void refuseClosed(Act.Accept act, List<CaseCard> meant) {
        List<String> closed = meant.stream()
                .filter(CaseCard::closed)
                .map(CaseCard::caseNumber)
                .toList();
        if (!closed.isEmpty() && !act.onClosed()) {
            throw new Objection.Raised(Objection.invalid("Case " + String.join(", ", closed)
                    + " is closed. If the report belongs on it all the same, say so (`onClosed`: true)."));
        }
    }
}
