package org.caseward.intake.fax.webhook;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's call as one tree, whether it came as JSON or as a form with the fax as its file.
 *
 * @param file the form's first file
 */
record Call(JsonNode tree, byte @Nullable [] file) {
    private static final int MOST_PARTS = 50;

    /** Empty where it is neither. */
    static Optional<Call> read(JsonMapper json, String contentType, byte[] body) {
        try {
            return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")
                    ? Optional.of(form(json, contentType, body))
                    : Optional.of(new Call(json.readTree(body), null));
        } catch (JacksonException | MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    private static Call form(JsonMapper json, String contentType, byte[] body) throws MessagingException, IOException {
        MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(body, contentType));
        ObjectNode tree = json.createObjectNode();
        byte[] file = null;
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            byte[] bytes = bytes(part);
            if (part.getFileName() != null) {
                file = file == null ? bytes : file;
            } else {
                put(json, tree, name(part), new ContentType(part.getContentType()), bytes);
            }
        }
        return new Call(tree, file);
    }

    private static void put(JsonMapper json, ObjectNode tree, String name, ContentType type, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (type.match("application/json") && json.readTree(text) instanceof ObjectNode more) {
            tree.setAll(more);
        } else {
            tree.put(name, text);
        }
    }

    private static byte[] bytes(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String name(BodyPart part) throws MessagingException {
        String[] header = part.getHeader("Content-Disposition");
        String name =
                header == null ? null : new jakarta.mail.internet.ContentDisposition(header[0]).getParameter("name");
        return name == null ? "" : name;
    }

    /** Empty where nothing stands there. */
    Optional<String> text(@Nullable String pointer) {
        return Optional.ofNullable(pointer)
                .map(tree::at)
                .filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank());
    }

    Optional<byte[]> base64(@Nullable String pointer) {
        return text(pointer).flatMap(text -> {
            try {
                return Optional.of(Base64.getMimeDecoder().decode(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public String toString() {
        return "Call";
    }
}
