package org.caseward.demo.senders;

import java.io.IOException;

/** One try to deliver. */
@FunctionalInterface
public interface Sending {
    /** @throws IOException where nobody answered, so that nothing is known of the delivery */
    Answer deliver() throws IOException, InterruptedException;

    /** Tries again where a provider's system would: nobody answered, or the receiver asked for it. */
    default Answer patiently(int tries, long pauseMillis) throws IOException, InterruptedException {
        for (int n = 1; ; n++) {
            try {
                Answer answer = deliver();
                if (!answer.asksToTryAgain() || n == tries) {
                    return answer;
                }
            } catch (IOException e) {
                if (n == tries) {
                    throw e;
                }
            }
            Thread.sleep(pauseMillis * Math.min(n, 8));
        }
    }
}
