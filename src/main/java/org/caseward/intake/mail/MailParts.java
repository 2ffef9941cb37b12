package org.caseward.intake.mail;

import org.caseward.intake.PartReader;
import org.springframework.stereotype.Component;

/** Finds a report again in the message that was kept. */
@Component
class MailParts implements PartReader {
    private final Smime smime;

    MailParts(Smime smime) {
        this.smime = smime;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MailDesk.MEDIA_TYPE);
    }

    @Override
    public byte[] part(byte[] whole, String path) {
        try {
            return MessageWalk.papers(smime.open(Entity.of(whole)).content()).stream()
                    .filter(paper -> paper.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The message has no such part"))
                    .content();
        } catch (MailException e) {
            throw new IllegalStateException("The message can't be gone through any more", e);
        }
    }
}
