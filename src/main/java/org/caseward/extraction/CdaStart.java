package org.caseward.extraction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an XML document begins: whether it is a clinical document, told by its first element before anything is parsed.
 *
 * @param nameEnds where in the text the name of its first element ends
 * @param tag that element's whole tag
 */
record CdaStart(int nameEnds, String tag) {
    private static final Pattern TAG = Pattern.compile("<((?:[A-Za-z_][\\w.-]*:)?ClinicalDocument)(?=[\\s>/])[^>]*+>?");

    /** Nothing where the first element is anything but a {@code ClinicalDocument}. */
    static Optional<CdaStart> of(String text) {
        int at = afterForeword(text);
        Matcher tag = TAG.matcher(text).region(at, text.length());
        return tag.lookingAt() ? Optional.of(new CdaStart(tag.end(1), tag.group())) : Optional.empty();
    }

    /**
     * The text with the namespaces that its first element forgot: snippets and home-made exports leave out what every such document means. One that declares
     * another namespace stays as it is.
     */
    String mended(String text) {
        StringBuilder missing = new StringBuilder();
        declare("xmlns:sdtc", CdaModel.EXTENSIONS, missing);
        declare("xmlns:xsi", CdaModel.TYPES, missing);
        if (!tag.startsWith("<ClinicalDocument")) {
            return inserted(text, missing);
        }
        declare("xmlns", CdaModel.NAMESPACE, missing);
        return inserted(text, missing);
    }

    private void declare(String name, String namespace, StringBuilder into) {
        if (!Pattern.compile("\\s" + name + "\\s*=").matcher(tag).find()) {
            into.append(' ').append(name).append("=\"").append(namespace).append('"');
        }
    }

    private String inserted(String text, StringBuilder missing) {
        return missing.isEmpty() ? text : text.substring(0, nameEnds) + missing + text.substring(nameEnds);
    }

    /** Behind the XML declaration, instructions to programs, comments and a document type. */
    private static int afterForeword(String text) {
        int at = text.indexOf('<');
        for (int next = behind(text, at); next > at; next = behind(text, at)) {
            at = text.indexOf('<', next);
        }
        return Math.max(at, 0);
    }

    /** Where the part of the foreword ends that begins here; the same place where none does. */
    private static int behind(String text, int at) {
        if (at < 0) {
            return at;
        }
        if (text.startsWith("<?", at)) {
            return behind(text, "?>", at);
        }
        if (text.startsWith("<!--", at)) {
            return behind(text, "-->", at);
        }
        if (!text.startsWith("<!DOCTYPE", at)) {
            return at;
        }
        int subset = text.indexOf('[', at);
        int end = text.indexOf('>', at);
        return behind(text, ">", subset >= 0 && subset < end ? Math.max(subset, text.indexOf(']', subset)) : at);
    }

    private static int behind(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
