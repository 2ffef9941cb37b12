package org.caseward.intake.sftp.drop;

import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.caseward.report.Reason;

/** What the provider asked for and does not get, in words that its client may show. */
final class Refusal extends SftpException {
    private static final long serialVersionUID = 1L;
    private final transient Reason reason;

    private Refusal(int status, Reason reason) {
        super(status, reason.text());
        this.reason = reason;
    }

    static Refusal denied(String words) {
        return new Refusal(SftpConstants.SSH_FX_PERMISSION_DENIED, new Reason("not-allowed", words));
    }

    static Refusal failed(Reason reason) {
        return new Refusal(SftpConstants.SSH_FX_FAILURE, reason);
    }

    Reason reason() {
        return reason;
    }
}
