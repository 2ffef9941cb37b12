package org.caseward.register;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the filing of one version does to the records of others.
 *
 * @param status of the version's own record: {@code current} only where it stands
 * @param becomes what the earlier records become
 * @param earlier the reports whose records it replaces
 * @param why said on the records that stand no more; names receipts and who decided, nothing of a person
 */
public record Replacement(String status, String becomes, List<UUID> earlier, String why) {
    public static final String CURRENT = "current";
    public static final String SUPERSEDED = "superseded";
    public static final String WITHDRAWN = "withdrawn";

    public Replacement {
        earlier = List.copyOf(earlier);
    }

    public boolean stands() {
        return status.equals(CURRENT);
    }

    /** A newer version counts once a person let it: one that still waits will do its work when it is accepted. */
    public static Replacement of(VersionChain chain, String by) {
        List<UUID> earlier = chain.earlier().stream()
                .map(one -> one.version().report().value())
                .toList();
        String receipt = chain.subject().receipt();
        boolean withdraws = chain.subject().version().kind() == SourceVersion.Kind.WITHDRAWN;
        List<VersionStanding> newer = chain.newer().stream()
                .filter(one -> one.isFiled() || one.isOver())
                .toList();
        if (!newer.isEmpty()) {
            boolean withdrawn = newer.stream().anyMatch(one -> one.version().kind() == SourceVersion.Kind.WITHDRAWN);
            return new Replacement(
                    withdrawn ? WITHDRAWN : SUPERSEDED,
                    withdrawn ? WITHDRAWN : SUPERSEDED,
                    earlier,
                    (withdrawn ? "withdrawn" : "superseded") + " by its source: "
                            + String.join(
                                    ", ",
                                    Stream.concat(newer.stream(), Stream.of(chain.subject()))
                                            .map(VersionStanding::receipt)
                                            .sorted()
                                            .toList()));
        }
        return withdraws
                ? new Replacement(
                        WITHDRAWN, WITHDRAWN, earlier, "withdrawn by its source: " + receipt + ", accepted by " + by)
                : new Replacement(
                        CURRENT, SUPERSEDED, earlier, "superseded by its source: " + receipt + ", accepted by " + by);
    }
}
