package org.caseward.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every document store owes, whatever lies under it. */
interface DocumentStoreContract {
    byte[] PAPER = "the left knee of nobody".getBytes(StandardCharsets.UTF_8);

    DocumentStore store();

    /** Changes one byte of what is kept there. */
    void tamper(Address address) throws Exception;

    /** Leaves only the first bytes of what is kept there. */
    void cutShort(Address address) throws Exception;

    /** All that somebody reads who has the storage and no key. */
    String everythingAtRest() throws Exception;

    @Test
    default void whatWasPutIsGotBack() {
        byte[] large = new byte[3 * 1024 * 1024];
        new Random(5).nextBytes(large);
        for (byte[] bytes : new byte[][] {PAPER, {}, large}) {
            assertThat(store().get(store().put("pd", bytes))).isEqualTo(bytes);
        }
    }

    @Test
    default void theSameBytesHaveOneAddressInAProgramAndAnotherInTheNext() {
        Address first = store().put("pd", PAPER);
        assertThat(store().put("pd", PAPER)).isEqualTo(first);
        Address other = store().put("wc", PAPER);
        assertThat(other.hash()).isNotEqualTo(first.hash());
        assertThat(store().get(other)).isEqualTo(PAPER);
    }

    @Test
    default void anotherProgramCannotOpenIt() {
        Address own = store().put("pd", PAPER);
        assertThatThrownBy(() -> store().get(new Address("wc", own.hash()))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void whatWasChangedOrCutShortDoesNotOpen() throws Exception {
        Address changed = store().put("pd", "a paper that is changed".getBytes(StandardCharsets.UTF_8));
        tamper(changed);
        assertThatThrownBy(() -> store().get(changed)).isInstanceOf(IllegalStateException.class);
        Address cut = store().put("pd", "a paper that is cut".getBytes(StandardCharsets.UTF_8));
        cutShort(cut);
        assertThatThrownBy(() -> store().get(cut)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void whatIsMissingIsSaidToBeMissing() {
        assertThatThrownBy(() -> store().get(new Address("pd", "0".repeat(64))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no document");
    }

    @Test
    default void nothingCanBeReadAtRest() throws Exception {
        store().put("pd", PAPER);
        assertThat(everythingAtRest()).doesNotContain("knee");
    }

    @Test
    default void anAddressIsReadAgainAsItWasWritten() {
        for (String program : new String[] {"pd", "lake/harbor"}) {
            Address address = store().put(program, PAPER);
            assertThat(Address.parse(address.toString())).isEqualTo(address);
            assertThat(store().get(Address.parse(address.toString()))).isEqualTo(PAPER);
        }
    }
}
