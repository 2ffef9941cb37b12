package org.caseward.intake.mail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Width and height of a picture, from its header alone: nothing is decoded. */
record PictureSize(int width, int height) {
    private static final int PNG = 0x89504e47;

    /** @return empty where the bytes are none of PNG, GIF and JPEG, or end too early */
    static Optional<PictureSize> of(byte[] picture) {
        ByteBuffer in = ByteBuffer.wrap(picture);
        if (picture.length < 24) {
            return Optional.empty();
        }
        if (in.getInt(0) == PNG) {
            return Optional.of(new PictureSize(in.getInt(16), in.getInt(20)));
        }
        if (picture[0] == 'G' && picture[1] == 'I' && picture[2] == 'F') {
            in.order(ByteOrder.LITTLE_ENDIAN);
            return Optional.of(new PictureSize(in.getShort(6) & 0xffff, in.getShort(8) & 0xffff));
        }
        return (in.getShort(0) & 0xffff) == 0xffd8 ? jpeg(in) : Optional.empty();
    }

    /** The frame header SOFn (ITU T.81, B.2.2) behind any other segments. */
    private static Optional<PictureSize> jpeg(ByteBuffer in) {
        int at = 2;
        while (at + 9 < in.limit() && (in.get(at) & 0xff) == 0xff) {
            int marker = in.get(at + 1) & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return Optional.of(new PictureSize(in.getShort(at + 7) & 0xffff, in.getShort(at + 5) & 0xffff));
            }
            at += 2 + (in.getShort(at + 2) & 0xffff);
        }
        return Optional.empty();
    }
}
