package org.caseward.intake.mllp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The messages of one frame or file. A batch (FHS, BHS … BTS, FTS; HL7 v2.5.1, 2.10.3) is taken apart, and so are several messages that came one after another without it: taken as one,
 * two people's results would become one report. What stands between without belonging to a message is a piece of its own, and is refused as such: nothing is dropped.
 *
 * @param complaint where a batch says that it holds another number of messages than came
 */
public record Hl7Batch(List<byte[]> messages, Optional<String> complaint) {
    private static final int HEAD = 3;

    /** @param frame what came as one: in an MLLP frame, or in a file */
    public static Hl7Batch of(byte[] frame) {
        Cutting cutting = new Cutting(frame);
        int line = MshHeader.start(frame);
        while (line < frame.length) {
            cutting.line(line);
            line = next(frame, line);
        }
        return cutting.end();
    }

    private static int next(byte[] frame, int line) {
        int end = line;
        while (end < frame.length && frame[end] != '\r' && frame[end] != '\n') {
            end++;
        }
        while (end < frame.length && (frame[end] == '\r' || frame[end] == '\n')) {
            end++;
        }
        return end;
    }

    /** Where the frame is being cut. */
    private static final class Cutting {
        private final byte[] frame;
        private final List<byte[]> pieces = new ArrayList<>(1);
        private int from = -1;
        private byte separator;
        private boolean wrapped;
        private boolean strayFirst;
        private int counted;
        private Optional<String> complaint = Optional.empty();

        Cutting(byte[] frame) {
            this.frame = frame;
        }

        void line(int at) {
            if (is("MSH", at) && (separator == 0 || separator == frame[at + HEAD])) {
                separator = frame[at + HEAD];
                cut(at);
                from = at;
                counted++;
            } else if (is("FHS", at) || is("BHS", at) || is("BTS", at) || is("FTS", at)) {
                cut(at);
                wrapped = true;
                if (is("BTS", at)) {
                    compare(at);
                }
            } else if (from < 0) {
                strayFirst = pieces.isEmpty() && !wrapped;
                from = at;
            }
        }

        private boolean is(String name, int at) {
            return at + HEAD < frame.length
                    && frame[at] == name.charAt(0)
                    && frame[at + 1] == name.charAt(1)
                    && frame[at + 2] == name.charAt(2)
                    && separates(frame[at + HEAD], name);
        }

        /** A lone BTS or FTS at a line's end has no separator. */
        private static boolean separates(byte after, String name) {
            boolean end = after == '\r' || after == '\n';
            return end ? !name.equals("MSH") : after > ' ' && !Character.isLetterOrDigit(after);
        }

        private void cut(int to) {
            if (from >= 0) {
                pieces.add(Arrays.copyOfRange(frame, from, to));
            }
            from = -1;
        }

        private void compare(int at) {
            String line = new String(frame, at, next(frame, at) - at, StandardCharsets.ISO_8859_1).strip();
            String told = line.length() > HEAD + 1 ? line.substring(HEAD + 1).split("\\D", 2)[0] : "";
            if (!told.isEmpty() && !told.equals(Integer.toString(counted))) {
                complaint = Optional.of("A batch said that it holds " + told + " messages, and " + counted
                        + " came. Each that came was answered; ask the sender for the others.");
            }
            counted = 0;
        }

        Hl7Batch end() {
            cut(frame.length);
            boolean one = pieces.size() <= 1 && !wrapped || strayFirst || pieces.isEmpty();
            return new Hl7Batch(one ? List.of(frame) : List.copyOf(pieces), complaint);
        }
    }
}
