package org.caseward.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Messages written out byte by byte, so that a test says exactly what a sender sends. */
public final class MailText {
    public static final String FROM = "reports@clinic.example";
    private static final String EOL = "\r\n";

    private MailText() {}

    /** A message whose lines end with CRLF. */
    public static byte[] message(String id, String from, String rest) {
        return ("Message-ID: " + id + EOL + "From: A Clinic <" + from + ">" + EOL + "To: reports@agency.example" + EOL
                        + "Subject: a report" + EOL + "Date: Mon, 02 Nov 2026 10:15:00 +0000" + EOL
                        + "MIME-Version: 1.0" + EOL + rest.replace("\r", "").replace("\n", EOL))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String multipart(String subtype, String boundary, String... parts) {
        StringBuilder text =
                new StringBuilder("Content-Type: multipart/" + subtype + "; boundary=\"" + boundary + "\"\n\n");
        for (String part : parts) {
            text.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return text.append("--").append(boundary).append("--\n").toString();
    }

    public static String attachment(String type, String name, byte[] content) {
        return "Content-Type: " + type + "\nContent-Disposition: attachment; filename=\"" + name
                + "\"\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(content);
    }

    public static String text(String words) {
        return "Content-Type: text/plain; charset=utf-8\n\n" + words;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The beginning of a PNG, as far as its size. */
    public static byte[] png(int width, int height) {
        return ByteBuffer.allocate(64)
                .putInt(0x89504e47)
                .putInt(0x0d0a1a0a)
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .array();
    }

    /** A winmail.dat (MS-OXTNEF) with these attachments: name and content in turn. */
    public static byte[] winmail(Object... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(4, 0x223e9f78));
        out.writeBytes(little(2, 1));
        for (int i = 0; i < namesAndContents.length; i += 2) {
            // attAttachRendData begins an attachment; then its title and its data
            attribute(out, 0x00069002, new byte[14]);
            attribute(out, 0x00018010, bytes(namesAndContents[i] + "\0"));
            attribute(out, 0x0006800f, (byte[]) namesAndContents[i + 1]);
        }
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int id, byte[] data) {
        out.write(2);
        out.writeBytes(little(4, id));
        out.writeBytes(little(4, data.length));
        out.writeBytes(data);
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xff;
        }
        out.writeBytes(little(2, sum & 0xffff));
    }

    private static byte[] little(int size, int value) {
        byte[] four = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
        return java.util.Arrays.copyOf(four, size);
    }
}
