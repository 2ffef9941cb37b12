/**
 * How many receipts a second each channel makes, how long its senders wait for their answer, and what that costs; beside a bare server that only commits. Only the receiving
 * is measured: no stage runs.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.bench.intake;
