package org.caseward.bench.intake;

/** A way to send, for the bench; another channel takes part by one more of these in {@link Senders}. */
interface IntakeSender {
    /** One lower-case word, the beginning of its metrics' names. */
    String channel();

    /** One sender with what it keeps open between two messages. */
    Line open(int number) throws Exception;

    /** Used by one thread. */
    interface Line extends AutoCloseable {
        /**
         * Sends one report and waits for its answer.
         *
         * @param id new for each report
         * @throws Exception where it was not accepted
         */
        void send(String id) throws Exception;

        @Override
        void close() throws Exception;
    }
}
