package org.caseward.intake.mail;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part says of itself; nothing of it is believed further than to choose who looks at it.
 *
 * @param name lower case, without parameters
 * @param boundary empty where it is no multipart
 * @param fileName the last segment of what the sender named it, shortened, without control characters; never used as a path
 */
record MediaType(
        String name,
        String boundary,
        String charset,
        String smimeType,
        Optional<String> fileName,
        boolean attachment,
        Optional<String> contentId) {
    static final String PLAIN = "text/plain";
    static final String UNKNOWN = "application/octet-stream";

    private static final Pattern NAME = Pattern.compile("^\\s*([\\w.+-]{1,100}/[\\w.+-]{1,100})");
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");
    private static final int LONGEST_NAME = 200;
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("txt", PLAIN),
            Map.entry("hl7", "x-application/hl7-v2+er7"),
            Map.entry("eml", "message/rfc822"));

    static MediaType of(Headers headers) {
        // without a Content-Type it is plain text (RFC 2045, 5.2)
        String declared = headers.first("Content-Type").orElse(PLAIN);
        String disposition = headers.first("Content-Disposition").orElse("");
        Optional<String> fileName = parameter(disposition, "filename")
                .or(() -> parameter(declared, "name"))
                .map(MediaType::safe)
                .filter(name -> !name.isEmpty());
        return new MediaType(
                known(name(declared), fileName),
                parameter(declared, "boundary").orElse(""),
                parameter(declared, "charset").orElse(""),
                parameter(declared, "smime-type").orElse("").toLowerCase(Locale.ROOT),
                fileName,
                disposition.toLowerCase(Locale.ROOT).startsWith("attachment"),
                headers.first("Content-ID").map(id -> id.replaceAll("[<>\\s]", "")));
    }

    /** Of something that has only a name. */
    MediaType inside(Optional<String> named) {
        return new MediaType(known(UNKNOWN, named), "", "", "", named, true, Optional.empty());
    }

    boolean is(String other) {
        return name.equals(other);
    }

    boolean startsWith(String beginning) {
        return name.startsWith(beginning);
    }

    private static String name(String declared) {
        Matcher matcher = NAME.matcher(declared);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : UNKNOWN;
    }

    /** Many programs send everything as bytes: then the name's ending says more. */
    private static String known(String name, Optional<String> fileName) {
        return name.equals(UNKNOWN) || name.equals("application/x-download")
                ? fileName.map(file -> BY_ENDING.get(
                                file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)))
                        .orElse(name)
                : name;
    }

    /** By the strict grammar (with RFC 2231's continuations and character sets); where a program wrote something else, by what can be made out. */
    private static Optional<String> parameter(String field, String name) {
        try {
            String strict = name.equals("filename")
                    ? new ContentDisposition(field).getParameter(name)
                    : new ContentType(field).getParameter(name);
            return Optional.ofNullable(strict);
        } catch (ParseException e) {
            Matcher matcher = Pattern.compile(
                            "(?i)[;\\s]" + Pattern.quote(name) + "\\s*=\\s*(?:\"([^\"]{0,500})\"|([^;\\s]{1,500}))")
                    .matcher(field);
            return matcher.find()
                    ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
                    : Optional.empty();
        }
    }

    static String safe(String named) {
        String text = UNSAFE.matcher(Headers.decoded(named)).replaceAll("");
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
                .strip();
        int length = last.codePointCount(0, last.length());
        return length <= LONGEST_NAME ? last : last.substring(last.offsetByCodePoints(0, length - LONGEST_NAME));
    }
}
