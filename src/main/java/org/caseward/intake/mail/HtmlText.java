package org.caseward.intake.mail;

import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.StringEscapeUtils;

/** The text of an HTML body, for a message that has nothing else. One pass over the characters; nothing is loaded, run or drawn. */
final class HtmlText {
    /** A body is written by a person; what is longer is no body. */
    static final int LONGEST = 1_000_000;

    private static final Set<String> BREAKS = Set.of(
            "br", "p", "div", "tr", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ul", "ol", "blockquote");
    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title");

    private final String html;
    private final String lower;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html.substring(0, Math.min(html.length(), LONGEST));
        this.lower = this.html.toLowerCase(Locale.ROOT);
    }

    static String of(String html) {
        HtmlText reading = new HtmlText(html);
        reading.read();
        return StringEscapeUtils.unescapeHtml4(reading.text.toString())
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]{2,}", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private void read() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                tag();
            } else {
                text.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
                at++;
            }
        }
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            behind("-->");
            return;
        }
        String name = name();
        behind(">");
        if (UNSEEN.contains(name)) {
            int end = lower.indexOf("</" + name, at);
            at = end < 0 ? html.length() : end;
        } else if (BREAKS.contains(name.startsWith("/") ? name.substring(1) : name)) {
            text.append('\n');
        } else if (name.equals("td") || name.equals("/td") || name.equals("th")) {
            text.append(' ');
        }
    }

    private String name() {
        int end = at + 1;
        while (end < html.length() && end - at < 20 && (Character.isLetterOrDigit(html.charAt(end)) || end == at + 1)) {
            end++;
        }
        return lower.substring(at + 1, end);
    }

    private void behind(String mark) {
        int end = html.indexOf(mark, at);
        at = end < 0 ? html.length() : end + mark.length();
    }
}
