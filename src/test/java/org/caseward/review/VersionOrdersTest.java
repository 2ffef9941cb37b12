package org.caseward.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.caseward.register.PersonNamed;
import org.caseward.register.Replacement;
import org.caseward.register.SourceVersion;
import org.caseward.register.SourceVersion.Kind;
import org.caseward.register.VersionChain;
import org.caseward.register.VersionStanding;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.junit.jupiter.api.Test;

/** In whatever order the versions of a report come, and whenever a person accepts one of them, in the end the same ones stand on the case. */
// a verdict hands the report itself on unopened, so that none is needed here
@SuppressWarnings("NullAway")
class VersionOrdersTest {
    private static final PersonNamed WILMA = new PersonNamed(Set.of("Brand"), Set.of("1980-02-14"), Set.of("4711"));

    /** @param own number and {@code replaces}: 0 to 2, the latter -1 for its own number */
    record Sent(Kind kind, int own, int replaces, int at) {
        SourceVersion version(int n) {
            String named = String.valueOf(replaces < 0 || kind == Kind.ORIGINAL ? own : replaces);
            return new SourceVersion(
                    new ReportId(new java.util.UUID(0, n + 1)),
                    "provider:clinic",
                    kind,
                    Optional.of(Instant.EPOCH.plusSeconds(at)),
                    Optional.empty(),
                    List.of(String.valueOf(own)),
                    List.of(),
                    kind == Kind.ORIGINAL ? List.of() : List.of(named));
        }
    }

    @Provide
    static Arbitrary<List<Sent>> sendings() {
        return Combinators.combine(
                        Arbitraries.of(Kind.ORIGINAL, Kind.CORRECTED, Kind.CORRECTED, Kind.WITHDRAWN),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.integers().between(1, 5))
                .as(Sent::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5)
                // a new document that names the very number it replaces as its own, or at one moment, says nothing that
                // could be ordered
                .filter(sent -> sent.stream().map(Sent::at).distinct().count() == sent.size());
    }

    @Property(tries = 1500)
    void theSameVersionsStandInTheEnd(
            @ForAll("sendings") List<Sent> sent, @ForAll long seed, @ForAll boolean originalsAreFiledByThemselves) {
        List<SourceVersion> versions = IntStream.range(0, sent.size())
                .mapToObj(n -> sent.get(n).version(n))
                .toList();
        Set<ReportId> expected = standing(versions);
        List<SourceVersion> order = new ArrayList<>(versions);
        java.util.Random chance = new java.util.Random(seed);
        java.util.Collections.shuffle(order, chance);
        World world = new World(originalsAreFiledByThemselves);
        for (SourceVersion version : order) {
            world.arrives(version);
            if (chance.nextInt(3) == 0) {
                world.aPersonAcceptsOne(chance);
            }
        }
        while (world.aPersonAcceptsOne(chance)) {
            assertThat(world.states()).hasSize(versions.size());
        }
        assertThat(world.current())
                .as("order %s, states %s", order, world.states())
                .isEqualTo(expected);
    }

    @Test
    void aCorrectionThatComesBetweenTwoOthersTakesTheFirstOffTheCaseByWayOfAPerson() {
        World world = new World(true);
        world.arrives(new Sent(Kind.ORIGINAL, 0, -1, 1).version(0));
        world.arrives(new Sent(Kind.CORRECTED, 2, 1, 3).version(2));
        world.aPersonAcceptsOne(new java.util.Random(1));
        assertThat(world.current()).hasSize(2);
        world.arrives(new Sent(Kind.CORRECTED, 1, 0, 2).version(1));
        assertThat(world.states().values()).contains(ReportState.IN_REVIEW);
        world.aPersonAcceptsOne(new java.util.Random(1));
        assertThat(world.current())
                .containsExactly(new Sent(Kind.CORRECTED, 2, 1, 3).version(2).report());
    }

    /** By the source's words alone. */
    private static Set<ReportId> standing(List<SourceVersion> versions) {
        List<VersionStanding> all = versions.stream()
                .map(version -> standing(version, ReportState.IN_REVIEW, null))
                .toList();
        return all.stream()
                .filter(one -> one.version().kind() != Kind.WITHDRAWN)
                .filter(one -> new VersionChain(one, without(all, one)).newer().isEmpty())
                .map(one -> one.version().report())
                .collect(Collectors.toCollection(() -> new TreeSet<>(World.BY_ID)));
    }

    private static List<VersionStanding> without(List<VersionStanding> all, VersionStanding one) {
        return all.stream().filter(other -> other != one).toList();
    }

    private static VersionStanding standing(SourceVersion version, ReportState state, String code) {
        return new VersionStanding(
                version,
                "R-" + version.report().value().getLeastSignificantBits(),
                state,
                code,
                List.of("pd-medical"),
                Optional.of("pd-medical"),
                WILMA);
    }

    /** The register and the case store, as far as versions go. */
    private static final class World {
        static final java.util.Comparator<ReportId> BY_ID =
                java.util.Comparator.comparing(id -> id.value().getLeastSignificantBits());
        private final boolean filesOriginals;
        private final Map<ReportId, VersionStanding> reports = new LinkedHashMap<>();
        private final Map<ReportId, String> records = new TreeMap<>(BY_ID);

        World(boolean filesOriginals) {
            this.filesOriginals = filesOriginals;
        }

        void arrives(SourceVersion version) {
            VersionStanding subject = standing(version, ReportState.RECEIVED, null);
            Decision alone = version.kind() == Kind.ORIGINAL && filesOriginals
                    ? new Decision.File(null, "pd-medical", List.of("IOD-1"))
                    : new Decision.Review(null, List.of());
            Corrections.Settled settled =
                    VersionVerdict.of(alone, new VersionChain(subject, List.copyOf(reports.values())));
            reports.put(
                    version.report(),
                    switch (settled.decision()) {
                        case Decision.File file -> standing(version, ReportState.MATCHED, null);
                        case Decision.Review review -> standing(version, ReportState.IN_REVIEW, null);
                        case Decision.SetAside aside ->
                            standing(
                                    version,
                                    ReportState.REJECTED,
                                    aside.reason().code());
                    });
            settled.done().forEach(done -> setAside(done.report(), done.reason().code()));
            if (settled.decision() instanceof Decision.File) {
                publish(version.report());
            }
        }

        boolean aPersonAcceptsOne(java.util.Random chance) {
            List<ReportId> waiting = reports.values().stream()
                    .filter(VersionStanding::waits)
                    .map(one -> one.version().report())
                    .toList();
            if (waiting.isEmpty()) {
                return false;
            }
            publish(waiting.get(chance.nextInt(waiting.size())));
            return true;
        }

        private void publish(ReportId id) {
            VersionStanding subject = reports.get(id);
            VersionChain chain = new VersionChain(subject, without(List.copyOf(reports.values()), subject));
            Replacement replacement = Replacement.of(chain, "cora");
            replacement
                    .earlier()
                    .forEach(earlier -> records.computeIfPresent(
                            new ReportId(earlier),
                            (any, status) -> status.equals("current") ? replacement.becomes() : status));
            records.put(id, replacement.status());
            reports.put(
                    id,
                    standing(subject.version(), ReportState.FILED, replacement.stands() ? null : replacement.status()));
            chain.earlier().forEach(earlier -> {
                if (earlier.waits()) {
                    setAside(earlier.version().report(), replacement.becomes());
                } else if (earlier.state() == ReportState.FILED) {
                    reports.put(
                            earlier.version().report(),
                            standing(earlier.version(), ReportState.FILED, replacement.becomes()));
                }
            });
        }

        private void setAside(ReportId id, String code) {
            VersionStanding one = reports.get(id);
            if (one.waits()) {
                reports.put(id, standing(one.version(), ReportState.REJECTED, code));
            }
        }

        Set<ReportId> current() {
            return records.entrySet().stream()
                    .filter(entry -> entry.getValue().equals("current"))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(() -> new TreeSet<>(BY_ID)));
        }

        Map<ReportId, ReportState> states() {
            return reports.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().state()));
        }
    }
}
