package org.caseward.intake.mail;

import java.util.Optional;
import org.caseward.intake.Receipted;
import org.caseward.report.Reason;

/**
 * What became of a message; it is durable either way.
 *
 * @param refusal why it is kept in quarantine only
 * @param answerTo the registered sender who may be told the receipt's number; empty where nobody must be answered
 */
public record Verdict(Receipted receipt, Optional<Reason> refusal, Optional<String> answerTo) {
    static Verdict refused(Receipted receipt, Reason reason) {
        return new Verdict(receipt, Optional.of(reason), Optional.empty());
    }

    @Override
    public String toString() {
        return "Verdict[" + receipt.receiptNumber() + "]";
    }
}
