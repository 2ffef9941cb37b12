package org.caseward.extraction.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.caseward.extraction.Word;
import org.caseward.report.Box;
import org.caseward.report.Reason;
import org.caseward.report.SeparatorMark;

/** Replies as bytes: a letter for the kind, then its parts. No Java serialisation, because a worker that was taken over must not reach the hub by it. */
final class Replies {
    private Replies() {}

    static byte[] encode(Reply reply) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        switch (reply) {
            case Reply.Ready _ -> out.writeByte('H');
            case Reply.Broken broken -> text(kind(out, 'B'), broken.why());
            case Reply.PageRead page -> page(kind(out, 'P'), page);
            case Reply.Marked marked -> {
                kind(out, 'M').writeInt(marked.number());
                text(out, marked.mark().text());
            }
            case Reply.Noted noted -> reason(kind(out, 'N'), noted.reason());
            case Reply.Finished finished -> kind(out, 'F').writeInt(finished.pages());
            case Reply.Unreadable unreadable -> reason(kind(out, 'U'), unreadable.reason());
        }
        return bytes.toByteArray();
    }

    static Reply decode(byte[] frame) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame));
        int kind = in.readByte();
        return switch (kind) {
            case 'H' -> new Reply.Ready();
            case 'B' -> new Reply.Broken(text(in));
            case 'P' -> page(in);
            case 'M' -> new Reply.Marked(in.readInt(), SeparatorMark.of(text(in)));
            case 'N' -> new Reply.Noted(new Reason(text(in), text(in)));
            case 'F' -> new Reply.Finished(in.readInt());
            case 'U' -> new Reply.Unreadable(new Reason(text(in), text(in)));
            default -> throw new IOException("a reply of unknown kind");
        };
    }

    private static DataOutputStream kind(DataOutputStream out, char kind) throws IOException {
        out.writeByte(kind);
        return out;
    }

    private static void reason(DataOutputStream out, Reason reason) throws IOException {
        text(out, reason.code());
        text(out, reason.text());
    }

    private static void page(DataOutputStream out, Reply.PageRead page) throws IOException {
        out.writeInt(page.number());
        out.writeInt(page.width());
        out.writeInt(page.height());
        out.writeInt(page.rotated());
        text(out, page.method());
        bytes(out, page.png());
        out.writeInt(page.words().size());
        for (Word word : page.words()) {
            text(out, word.text());
            out.writeDouble(word.box().x());
            out.writeDouble(word.box().y());
            out.writeDouble(word.box().w());
            out.writeDouble(word.box().h());
            out.writeDouble(word.confidence());
        }
    }

    private static Reply.PageRead page(DataInputStream in) throws IOException {
        int number = in.readInt();
        int width = in.readInt();
        int height = in.readInt();
        int rotated = in.readInt();
        String method = text(in);
        byte[] png = bytes(in);
        List<Word> words = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(new Word(text(in), box(in), in.readDouble()));
        }
        return new Reply.PageRead(number, width, height, rotated, method, png, words);
    }

    private static Box box(DataInputStream in) throws IOException {
        return new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a reply that is shorter than it says");
        }
        return in.readNBytes(length);
    }
}
