package org.caseward.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.caseward.intake.Answer.Accepted;
import org.caseward.intake.Answer.Refused;
import org.caseward.intake.Answer.SendAgain;
import org.caseward.testing.MllpPeer;

/** What MLLP and MLLPS have in common: everything above the connection. */
abstract class MllpContract extends IntakeContract {
    private static final byte START = 0x0b;

    abstract MllpPeer connect() throws IOException;

    /** The sender that is registered, as MSH-3 and MSH-4. */
    abstract String sender();

    String message(String sender, String key, String text) {
        return IntakeFixture.oru(sender, key, "MARLOWE").replace("nothing remarkable", text);
    }

    @Override
    Answer send(String key, String text) throws Exception {
        return sendBytes(key, message(sender(), key, text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Answer sendAsStranger(String key, String text) throws Exception {
        return sendBytes(key, message("NOBODY|NOWHERE", key, text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Answer sendBytes(String key, byte[] bytes) throws Exception {
        return exchange(bytes.length > 0 && bytes[0] == START ? bytes : MllpPeer.framed(bytes), 0);
    }

    @Override
    Answer sendSlowly(String key, String text) throws Exception {
        return exchange(MllpPeer.framed(message(sender(), key, text).getBytes(StandardCharsets.UTF_8)), 400);
    }

    private Answer exchange(byte[] raw, long pause) throws InterruptedException {
        try (MllpPeer peer = connect()) {
            int third = pause == 0 ? raw.length : raw.length / 3;
            for (int from = 0; from < raw.length; from += third) {
                peer.sendRaw(Arrays.copyOfRange(raw, from, Math.min(raw.length, from + third)));
                Thread.sleep(pause);
            }
            peer.endSending();
            return told(peer.read());
        } catch (IOException closed) {
            return new SendAgain();
        }
    }

    static Answer told(String acknowledgement) {
        String[] msa = acknowledgement.replaceAll("(?s).*\rMSA\\|", "").split("[|\r]");
        return switch (msa[0]) {
            case "AA", "CA" -> new Accepted(msa[2]);
            case "AR", "CR" -> new Refused(msa[2]);
            default -> new SendAgain();
        };
    }

    @Override
    byte[] tooMuch() {
        byte[] large = new byte[LARGEST_FRAME + 100_000];
        Arrays.fill(large, (byte) 'x');
        return large;
    }

    /** A frame without its end. */
    @Override
    byte[] truncated() {
        byte[] whole = MllpPeer.framed(message(sender(), "T" + id, SECRET_WORD).getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(whole, whole.length - 30);
    }
}
