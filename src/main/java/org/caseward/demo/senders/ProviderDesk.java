package org.caseward.demo.senders;

import java.io.IOException;
import java.util.Optional;
import org.caseward.demo.samples.Delivery;

/** A provider's office: sends by whatever way a report takes, and tries again where its systems would. */
public final class ProviderDesk {
    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 500;

    private final MllpClient mllp;
    private final MllpClient mllps;
    private final FhirClient fhir;
    private final FaxSpool fax;
    private final Optional<SftpDropBox> sftp;
    private final Optional<PortalClient> portal;
    private final Optional<Postbox> postbox;

    /** @param portal where the hub has one and its account is known; the other ways as far as the hub has them */
    public ProviderDesk(
            MllpClient mllp,
            MllpClient mllps,
            FhirClient fhir,
            FaxSpool fax,
            Optional<SftpDropBox> sftp,
            Optional<PortalClient> portal,
            Optional<Postbox> postbox) {
        this.portal = portal;
        this.postbox = postbox;
        this.mllp = mllp;
        this.mllps = mllps;
        this.fhir = fhir;
        this.fax = fax;
        this.sftp = sftp;
    }

    /** @throws IOException where nobody answered, however often it was tried */
    public Answer send(Delivery delivery) throws IOException, InterruptedException {
        return sending(delivery).patiently(tries(delivery), PAUSE_MILLIS);
    }

    private static int tries(Delivery delivery) {
        // a fax that lies in the folder is not laid again: the wait for it is the patience
        return delivery instanceof Delivery.Fax ? 1 : TRIES;
    }

    private Sending sending(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Mllp m when m.framed() -> () -> answered(mllp.send(m.bytes()));
            case Delivery.Mllp m -> () -> mllp.sendUnframed(m.bytes());
            case Delivery.Mllps m -> () -> answered(mllps.send(m.bytes()));
            case Delivery.Fhir f -> () -> fhir.post(f.path(), f.bytes());
            case Delivery.Fax f -> () -> fax.send(f);
            case Delivery.Sftp s -> () -> dropBox().send(s);
            case Delivery.Portal p ->
                () -> portal.orElseThrow(() -> new IOException("This hub names no portal account"))
                        .upload(p.uploadId(), p.name(), p.mediaType(), p.bytes());
            case Delivery.Mail m ->
                () -> postbox.orElseThrow(() -> new IOException("endpoints.json names no smtp server"))
                        .send(m);
        };
    }

    private SftpDropBox dropBox() throws IOException {
        return sftp.orElseThrow(() -> new IOException("endpoints.json names no sftp server"));
    }

    /** A frame that gets no acknowledgement may be lost: a provider sends it again. */
    private static Answer answered(Answer answer) throws IOException {
        if (answer.code().equals("closed")) {
            throw new IOException("No acknowledgement: " + answer.words());
        }
        return answer;
    }
}
