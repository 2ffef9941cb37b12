package org.caseward.routing.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a frame, however the network cuts it. */
class FrameReaderTest {
    private static List<String> read(String sent, int pieces) throws IOException {
        InputStream in = new Pieces(sent.getBytes(StandardCharsets.ISO_8859_1), pieces);
        FrameReader reader = new FrameReader(in, in::read, 20_000, size -> {});
        List<String> frames = new ArrayList<>();
        for (byte[] frame = reader.next(); frame != null; frame = reader.next()) {
            frames.add(new String(frame, StandardCharsets.ISO_8859_1));
        }
        return frames;
    }

    private static String bytes(String written) {
        return written.replace('<', '\u000b')
                .replace('>', '\u001c')
                .replace('/', '\r')
                .replace('%', '\n');
    }

    /** In the table {@code <} stands for VT, {@code >} for FS, {@code /} for CR and {@code %} for LF. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <MSH|a/>/;             MSH|a/
            <MSH|a>/<MSH|b>/;      MSH|a,MSH|b
            /%<MSH|a>/%/<MSH|b>/;  MSH|a,MSH|b
            <MSH|a>;               MSH|a
            <MSH|a><MSH|b>/;       MSH|a,MSH|b
            <MSH|a>%<MSH|b>/;      MSH|a,MSH|b
            <MSH|a>b>/;            MSH|a>b
            <MSH|a>>/;             MSH|a>
            <>/;                   ''
            <MSH|a<b>/;            MSH|a<b
            """)
    void framesComeOutWholeInWhateverPiecesTheyCome(String sent, String expected) throws Exception {
        for (int pieces = 1; pieces < 5; pieces++) {
            assertThat(String.join(",", read(bytes(sent), pieces)))
                    .as("by %d bytes", pieces)
                    .isEqualTo(bytes(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            GET / HTTP/1.1;      unframed
            <MSH|a>/MSH|b>/;     unframed
            <MSH|a;              cut
            <MSH|a<MSH|b>/;      restarted
            <MSH|a/<BHS|b>/;     restarted
            """)
    void whatIsNoFrameIsTold(String sent, String kind) {
        assertThatThrownBy(() -> read(bytes(sent), 3))
                .isInstanceOfSatisfying(
                        BrokenFrame.class, broken -> assertThat(broken.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 16_384, 40_000})
    void aFrameUpToTheGreatestSizeIsTakenAndOneByteMoreIsNot(int pieces) throws Exception {
        String most = "x".repeat(20_000);
        assertThat(read(bytes("<" + most + ">/"), pieces)).containsExactly(most);
        assertThatThrownBy(() -> read(bytes("<" + most + "x>/"), pieces))
                .isInstanceOfSatisfying(
                        BrokenFrame.class, broken -> assertThat(broken.kind()).isEqualTo("too-large"));
    }

    /** Gives a few bytes at a time, as a network may. */
    private static final class Pieces extends ByteArrayInputStream {
        private final int most;

        Pieces(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public int read(byte[] into) {
            return read(into, 0, Math.min(into.length, most));
        }
    }
}
