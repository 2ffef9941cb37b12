package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class LeasesTest extends ReceivingHub {
    private final String name = "poll-" + UUID.randomUUID();

    private Leases node() {
        return new Leases(jdbc);
    }

    @Test
    void oneNodeAtATimeHoldsALeaseAndMayLengthenIt() {
        Leases here = node();
        Leases there = node();
        Lease lease = here.take(name, Duration.ofMinutes(1)).orElseThrow();
        assertThat(there.take(name, Duration.ofMinutes(1))).isEmpty();
        assertThat(here.take(name, Duration.ofMinutes(1)))
                .hasValueSatisfying(again -> assertThat(again.token()).isEqualTo(lease.token()));
        assertThat(here.holds(lease)).isTrue();
    }

    @Test
    void whoSleptPastItsLeaseFindsItsTokenOld() {
        Leases here = node();
        Leases there = node();
        Lease old = here.take(name, Duration.ZERO).orElseThrow();
        Lease taken = there.take(name, Duration.ofMinutes(1)).orElseThrow();
        assertThat(taken.token()).isGreaterThan(old.token());
        assertThat(here.holds(old)).isFalse();
        assertThat(there.holds(taken)).isTrue();
    }

    @Test
    void aLeaseGivenBackIsAnothersAtOnce() {
        Leases here = node();
        here.release(here.take(name, Duration.ofMinutes(1)).orElseThrow());
        assertThat(node().take(name, Duration.ofMinutes(1))).isPresent();
    }
}
