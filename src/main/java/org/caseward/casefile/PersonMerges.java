package org.caseward.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.casefile.MergeTable.Merge;
import org.caseward.report.AuditedAct;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two people of a program are found to be one (as HL7's ADT^A40 would say it), or were taken for one by mistake. Cases move with them, waiting reports are matched again,
 * and the audit keeps both. Whether somebody may do this was asked before.
 */
@Component
public class PersonMerges {
    /** Why it can't be done, in words for who asked. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String words) {
            super(words, null, false, false);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }

    private final MergeTable table;
    private final MergeProposals proposals;
    private final MergeCases cases;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    PersonMerges(
            MergeTable table,
            MergeProposals proposals,
            MergeCases cases,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.table = table;
        this.proposals = proposals;
        this.cases = cases;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * From now on the cases of {@code merged} are those of {@code survivor}.
     *
     * @throws Refused where one of them is not there, or has part in another merge that has to be undone first
     */
    public UUID merge(String program, String survivor, String merged, String reason, String by) {
        try {
            UUID id = transaction.execute(status -> merged(program, survivor, merged, reason, by));
            return java.util.Objects.requireNonNull(id);
        } catch (DuplicateKeyException e) {
            throw new Refused("Person " + merged + " was merged into somebody a moment ago.");
        }
    }

    private UUID merged(String program, String survivor, String merged, String reason, String by) {
        MergeCases.Joined joined = cases.joined(program, survivor, merged);
        UUID id = table.add(joined.merge(), by, reason);
        carryOut(joined, by);
        return id;
    }

    /**
     * Keeps what a source reports of two people, until a person confirms or refuses it; nothing moves. May be called inside the caller's transaction.
     *
     * @return the proposal that waits; empty where the two are one already, or a person has answered this message or a later one of its source
     */
    public Optional<UUID> propose(ReportedMerge reported) {
        if (reported.survivor().equals(reported.merged())) {
            return Optional.empty();
        }
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            Optional<UUID> id = proposals.put(reported);
            id.ifPresent(any -> {
                String words = "reported as one by " + reported.source();
                audit(reported.source(), "merge-proposed", reported.program(), reported.survivor(), words);
                audit(reported.source(), "merge-proposed", reported.program(), reported.merged(), words);
            });
            return id;
        }));
    }

    /**
     * A person says of a proposal that it is right: the cases move.
     *
     * @throws Refused where it no longer waits, or as for {@link #merge}
     */
    public void confirm(String program, UUID id, String reason, String by) {
        try {
            transaction.executeWithoutResult(status -> {
                MergeProposals.Pair pair = waiting(program, id);
                MergeCases.Joined joined = cases.joined(program, pair.survivor(), pair.merged());
                proposals.confirm(id, joined.merge(), by, reason);
                carryOut(joined, by);
            });
        } catch (DuplicateKeyException e) {
            throw new Refused("One of the two was merged into somebody a moment ago. Load the list anew.");
        }
    }

    /**
     * A person says of a proposal that these are two people.
     *
     * @throws Refused where it no longer waits
     */
    public void refuse(String program, UUID id, String reason, String by) {
        transaction.executeWithoutResult(status -> {
            MergeProposals.Pair pair = waiting(program, id);
            proposals.refuse(id, by, reason);
            audit(by, "merge-refused", program, pair.survivor(), "stays apart from " + pair.merged());
            audit(by, "merge-refused", program, pair.merged(), "stays apart from " + pair.survivor());
        });
    }

    private MergeProposals.Pair waiting(String program, UUID id) {
        return proposals
                .waiting(program, id)
                .orElseThrow(() -> new Refused(
                        "No such proposal waits in program " + program + ". Somebody may have decided it already."));
    }

    private void carryOut(MergeCases.Joined joined, String by) {
        Merge merge = joined.merge();
        cases.write(joined.files());
        audit(by, "people-merged", merge.program(), merge.survivor(), "took in " + merge.merged());
        audit(by, "people-merged", merge.program(), merge.merged(), "went into " + merge.survivor());
    }

    /**
     * They are two people again, each with the cases that the feed gives them.
     *
     * @throws Refused where no such merge holds
     */
    public void undo(String program, UUID id, String reason, String by) {
        transaction.executeWithoutResult(status -> {
            Merge merge = table.find(program, id)
                    .orElseThrow(() ->
                            new Refused("No such merge holds in program " + program + ". It may be undone already."));
            List<CaseFile> both = cases.of(program, merge.survivor());
            table.undo(id, by, reason);
            List<String> earlier = table.active(List.of(program), List.of(merge.survivor())).stream()
                    .flatMap(m -> m.cases().stream())
                    .toList();
            cases.write(both.stream()
                    .filter(file -> !earlier.contains(file.caseNumber()))
                    .map(file -> file.of(
                            merge.cases().contains(file.caseNumber()) ? merge.mergedBase() : merge.survivorBase()))
                    .toList());
            audit(by, "merge-undone", program, merge.survivor(), "gave back " + merge.merged());
            audit(by, "merge-undone", program, merge.merged(), "came out of " + merge.survivor());
        });
    }

    private void audit(String by, String act, String program, String person, String detail) {
        events.publishEvent(new AuditedAct(by, act, program + "/person/" + person, Optional.of(program), detail));
    }
}
