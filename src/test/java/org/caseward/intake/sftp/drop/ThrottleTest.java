package org.caseward.intake.sftp.drop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final Throttle throttle = new Throttle(3);

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address);
        }
    }

    @Test
    void anAddressThatFailsTooOftenIsNotListenedTo() {
        fail("192.0.2.1", 2);
        assertThat(throttle.listens("192.0.2.1")).isTrue();
        fail("192.0.2.1", 1);
        assertThat(throttle.listens("192.0.2.1")).isFalse();
        assertThat(throttle.listens("192.0.2.2")).isTrue();
    }

    @Test
    void aLoginThatSucceedsMakesItNew() {
        fail("192.0.2.1", 2);
        throttle.succeeded("192.0.2.1");
        fail("192.0.2.1", 2);
        assertThat(throttle.listens("192.0.2.1")).isTrue();
    }
}
