package org.caseward.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.register.SourceVersion;
import org.caseward.register.VersionChain;
import org.caseward.register.VersionStanding;
import org.caseward.report.Reason;
import org.caseward.report.Step;

/** What becomes of a version and of those it meets. Holds nothing and asks nobody: the same versions in whatever order end alike. */
final class VersionVerdict {
    private final Decision decision;
    private final VersionChain chain;

    private VersionVerdict(Decision decision, VersionChain chain) {
        this.decision = decision;
        this.chain = chain;
    }

    static Corrections.Settled of(Decision decision, VersionChain chain) {
        return new VersionVerdict(decision, chain).settled();
    }

    private Corrections.Settled settled() {
        List<VersionStanding> filed = chain.earlier().stream()
                .filter(VersionStanding::isFiled)
                .filter(other -> !other.isOver())
                .toList();
        return newest().map(newest -> behind(newest, filed))
                .orElseGet(() -> chain.subject().version().kind() == SourceVersion.Kind.WITHDRAWN
                        ? withdrawing(filed)
                        : ahead(filed));
    }

    private Optional<VersionStanding> newest() {
        List<VersionStanding> newer = chain.newer();
        return newer.stream()
                .filter(one -> newer.stream().noneMatch(other -> other.version().supersedes(one.version())))
                .min(Comparator.comparing(one -> one.version().report().toString()));
    }

    /** A newer version came before it. */
    private Corrections.Settled behind(VersionStanding newest, List<VersionStanding> filed) {
        Reason reason = over(newest.version(), newest.receipt(), "came before it");
        List<Corrections.Done> done = new ArrayList<>(setAside(over(newest.version(), newest.receipt(), "is here")));
        boolean newestStands = newest.isFiled() || newest.isOver();
        if (!filed.isEmpty() && newestStands) {
            return asked(
                    List.of(
                            new Reason(
                                    "corrects-filed",
                                    "It corrects receipt " + receipts(filed)
                                            + ", which is filed, and is corrected itself by receipt "
                                            + newest.receipt()
                                            + ". Accept it to take the earlier record out of use; it becomes no current record itself.")),
                    done);
        }
        if (newest.version().kind() == SourceVersion.Kind.WITHDRAWN && newest.waits() && nothingFiledBefore(newest)) {
            done.add(new Corrections.Done(
                    newest.version().report(), withdrawalDone(chain.subject().receipt()), Step.WITHDRAWN));
        }
        return new Corrections.Settled(
                new Decision.SetAside(decision.report(), reason, step(newest.version())), Optional.empty(), done);
    }

    private boolean nothingFiledBefore(VersionStanding withdrawal) {
        List<VersionStanding> rest = Stream.concat(chain.others().stream(), Stream.of(chain.subject()))
                .filter(one -> one != withdrawal)
                .toList();
        return new VersionChain(withdrawal, rest).earlier().stream().noneMatch(one -> one.isFiled() && !one.isOver());
    }

    private Corrections.Settled withdrawing(List<VersionStanding> filed) {
        List<Corrections.Done> done =
                setAside(over(chain.subject().version(), chain.subject().receipt(), "has come"));
        if (filed.isEmpty() && !done.isEmpty() && chain.unclear().isEmpty()) {
            String receipts = receipts(waiting());
            return new Corrections.Settled(
                    new Decision.SetAside(decision.report(), withdrawalDone(receipts), Step.WITHDRAWN),
                    Optional.empty(),
                    done);
        }
        return asked(
                filed.isEmpty()
                        ? List.of()
                        : List.of(
                                new Reason(
                                        "withdraws-filed",
                                        "Its source withdraws receipt " + receipts(filed)
                                                + ", which is filed. Accept it to withdraw that record; reject it to let the record stand.")),
                done);
    }

    private Corrections.Settled ahead(List<VersionStanding> filed) {
        List<Corrections.Done> done =
                setAside(over(chain.subject().version(), chain.subject().receipt(), "has come"));
        return asked(
                filed.isEmpty()
                        ? List.of()
                        : List.of(
                                new Reason(
                                        "corrects-filed",
                                        "It corrects receipt " + receipts(filed)
                                                + ", which is filed. Below stands what would change; accept it to put it in that record's place.")),
                done);
    }

    private Corrections.Settled asked(List<Reason> reasons, List<Corrections.Done> done) {
        List<Reason> all = new ArrayList<>(reasons);
        List<VersionStanding> unclear = chain.unclear();
        if (!unclear.isEmpty()) {
            all.add(
                    new Reason(
                            "version-unclear",
                            "Receipt " + receipts(unclear)
                                    + " bears the same number of its source, and it is not sure that one is a version of the other: they name different people or programs, or only a part is changed, or their times contradict it. Compare them; nothing was set aside."));
        }
        if (chain.replacedByRejected()) {
            all.add(
                    new Reason(
                            "replacement-rejected",
                            "Its source replaced it by a later version, and that was rejected here. Look at why, then decide what stands."));
        }
        return new Corrections.Settled(Corrections.asked(decision, all), Optional.empty(), done);
    }

    private List<VersionStanding> waiting() {
        return chain.earlier().stream().filter(VersionStanding::waits).toList();
    }

    private List<Corrections.Done> setAside(Reason reason) {
        Step step = reason.code().equals(VersionStanding.WITHDRAWN) ? Step.WITHDRAWN : Step.SUPERSEDED;
        return waiting().stream()
                .map(one -> new Corrections.Done(one.version().report(), reason, step))
                .toList();
    }

    private static Reason over(SourceVersion by, String receipt, String how) {
        return by.kind() == SourceVersion.Kind.WITHDRAWN
                ? new Reason(
                        VersionStanding.WITHDRAWN,
                        "Its source withdrew it: receipt " + receipt + " " + how
                                + ". It stands on no case; nothing is left to do.")
                : new Reason(
                        VersionStanding.SUPERSEDED,
                        "Its source corrected it: receipt " + receipt + " " + how
                                + " and stands in its place. Decide that one.");
    }

    private static Reason withdrawalDone(String receipts) {
        return new Reason(
                VersionStanding.WITHDRAWAL_DONE,
                "It withdrew receipt " + receipts + ", which was not filed. Nothing is left to do.");
    }

    private static Step step(SourceVersion by) {
        return by.kind() == SourceVersion.Kind.WITHDRAWN ? Step.WITHDRAWN : Step.SUPERSEDED;
    }

    private static String receipts(List<VersionStanding> versions) {
        return versions.stream().map(VersionStanding::receipt).sorted().collect(Collectors.joining(", "));
    }
}
