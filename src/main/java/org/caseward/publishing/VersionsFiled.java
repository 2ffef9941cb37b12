package org.caseward.publishing;

import java.util.List;
import java.util.Optional;
import org.caseward.register.Register;
import org.caseward.register.Replacement;
import org.caseward.register.SourceVersion;
import org.caseward.register.SourceVersions;
import org.caseward.register.VersionChain;
import org.caseward.register.VersionStanding;
import org.caseward.report.Reason;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.caseward.report.Step;
import org.caseward.report.StepTaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files a report that has other versions. Its numbers are held from the look at the others until the mark is made, so that of two versions filed at the same moment the later
 * one stands; a fall between case store and mark repeats both, which changes nothing.
 */
@Component
class VersionsFiled {
    private final SourceVersions versions;
    private final CaseStore store;
    private final Cases cases;
    private final Register register;
    private final TransactionTemplate transaction;

    VersionsFiled(
            SourceVersions versions, CaseStore store, Cases cases, Register register, TransactionTemplate transaction) {
        this.versions = versions;
        this.store = store;
        this.cases = cases;
        this.register = register;
        this.transaction = transaction;
    }

    /** @return false where no other version is known and it withdraws nothing: it is filed like any report */
    boolean file(DecidedReport report) {
        Optional<SourceVersion> version = versions.of(report.id());
        if (version.isEmpty()) {
            return false;
        }
        Boolean filed = transaction.execute(status -> {
            versions.hold(version.get());
            return versions.chain(report.id())
                    .filter(chain -> concerns(chain))
                    .map(chain -> replace(report, chain))
                    .orElse(false);
        });
        return Boolean.TRUE.equals(filed);
    }

    private static boolean concerns(VersionChain chain) {
        return !chain.earlier().isEmpty()
                || !chain.newer().isEmpty()
                || chain.subject().version().kind() == SourceVersion.Kind.WITHDRAWN;
    }

    private boolean replace(DecidedReport report, VersionChain chain) {
        Replacement replacement = Replacement.of(chain, report.filedBy());
        store.replace(report, replacement, number -> cases.person(report.program(), number));
        if (register.move(report.id(), ReportState.MATCHED, ReportState.FILED, reason(replacement))) {
            register.add(report.id(), told(report, replacement, chain));
        }
        chain.earlier().forEach(earlier -> tell(earlier, replacement));
        return true;
    }

    private static Optional<Reason> reason(Replacement replacement) {
        return replacement.stands()
                ? Optional.empty()
                : Optional.of(new Reason(replacement.status(), sentence(replacement)));
    }

    private static List<StepTaken> told(DecidedReport report, Replacement replacement, VersionChain chain) {
        String receipts = String.join(
                ", ",
                chain.earlier().stream().map(VersionStanding::receipt).sorted().toList());
        StepTaken published = StepTaken.ok(
                Step.PUBLISHED,
                replacement.stands()
                        ? "The case store has it, in the place of receipt " + receipts + "."
                        : "The case store has it as " + replacement.status() + ": " + sentence(replacement));
        return List.of(published, StepTaken.ok(Step.FILED, "Filed on " + String.join(", ", report.cases()) + "."));
    }

    /** Of an earlier one: filed it stays filed and says that it stands no more; one that waits is set aside. */
    private void tell(VersionStanding earlier, Replacement replacement) {
        ReportId id = earlier.version().report();
        Reason reason = new Reason(replacement.becomes(), sentence(replacement));
        StepTaken step = StepTaken.ok(
                replacement.becomes().equals(Replacement.WITHDRAWN) ? Step.WITHDRAWN : Step.SUPERSEDED, reason.text());
        if (earlier.waits()) {
            if (register.move(id, ReportState.IN_REVIEW, ReportState.REJECTED, Optional.of(reason))) {
                register.add(id, List.of(step));
            }
        } else {
            register.tellFiled(id, reason, step);
        }
    }

    private static String sentence(Replacement replacement) {
        String why = replacement.why();
        return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
    }
}
