package org.caseward.normalisation.functions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as senders write them: HL7, ISO, U.S. month first, month names. The first one found in the text counts. */
public final class Dates {
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final List<Form> FORMS = List.of(
            new Form("(?<!\\d)(\\d{4})\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})(?!\\d)", 1, 2, 3),
            new Form("(?<!\\d)(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})(?!\\d)", 4, 1, 3),
            new Form("(?<![a-z])" + MONTH + "\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})(?!\\d)", 3, 1, 2),
            new Form(
                    "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?" + MONTH + ",?[\\s-]+(\\d{4})(?!\\d)",
                    3,
                    2,
                    1),
            new Form(
                    "(?<![\\d-])(\\d{4})(\\d{2})(\\d{2})(?:\\d{2}|\\d{4}|\\d{6})?(?:\\.\\d{1,4})?(?:[+-]\\d{4})?(?!\\d)",
                    1, 2, 3));

    private static final Pattern MISREAD = Pattern.compile(
            "(?<![A-Za-z])[\\dOoQDlI|!S$B]{1,2}\\s?[/.-]\\s?[\\dOoQDlI|!S$B]{1,2}\\s?[/.-]\\s?[\\dOoQDlI|!S$B]{2,4}(?![A-Za-z])");

    private static final int EARLIEST = 1850;
    private static final int LATEST = 2200;

    private Dates() {}

    private record Form(Pattern pattern, int year, int month, int day) {
        Form(String regex, int year, int month, int day) {
            this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), year, month, day);
        }
    }

    private record Hit(int at, LocalDate date, boolean shortYear) {}

    static Result date(String text) {
        return dated(text, false);
    }

    /** As {@link #date}, for a day that can't lie ahead (a birth): two digits of a year mean the past hundred years. */
    static Result pastDate(String text) {
        return dated(text, true);
    }

    /** For places that often hold something else (From, To): what is no date is nothing. */
    static Result dateIfAny(String text) {
        return date(text) instanceof Result.Meant meant ? meant : Result.NOTHING;
    }

    private static Result dated(String text, boolean past) {
        Optional<LocalDate> hl7 = onlyDigits(text);
        if (hl7.isPresent()) {
            return Result.meant(hl7.get().toString(), 1);
        }
        String tidy = text.length() > 200 ? text.substring(0, 200) : text;
        return first(tidy, past)
                .map(hit -> Result.meant(hit.date().toString(), hit.shortYear() ? 0.9 : 1))
                .or(() -> first(repaired(tidy), past)
                        .map(hit -> Result.meant(hit.date().toString(), 0.8)))
                .orElse(Result.UNREADABLE);
    }

    /** HL7's own form from the day to the second, which is most of what messages bring, without looking at any other. */
    private static Optional<LocalDate> onlyDigits(String text) {
        boolean day = text.length() >= 8 && text.length() <= 14 && text.length() % 2 == 0;
        for (int i = 0; day && i < text.length(); i++) {
            day = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!day) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6, 8)));
            return date.getYear() < EARLIEST || date.getYear() > LATEST ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** Letters that a scan reads for digits, where the rest is a date: {@code ll/2O/2026}. */
    private static String repaired(String text) {
        return MISREAD.matcher(text)
                .replaceAll(found -> found.group()
                        .replaceAll("[OoQD]", "0")
                        .replaceAll("[lI|!]", "1")
                        .replaceAll("[S$]", "5")
                        .replace('B', '8'));
    }

    private static Optional<Hit> first(String text, boolean past) {
        return FORMS.stream()
                .flatMap(form -> hit(form, text, past).stream())
                .min(java.util.Comparator.comparingInt(Hit::at));
    }

    private static Optional<Hit> hit(Form form, String text, boolean past) {
        Matcher matcher = form.pattern().matcher(text);
        while (matcher.find()) {
            Optional<LocalDate> date = toDate(form, matcher, past);
            if (date.isPresent()) {
                return Optional.of(new Hit(
                        matcher.start(), date.get(), matcher.group(form.year()).length() == 2));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> toDate(Form form, MatchResult match, boolean past) {
        try {
            LocalDate date = LocalDate.of(
                    year(match.group(form.year()), past),
                    month(match.group(form.month())),
                    Integer.parseInt(match.group(form.day())));
            return date.getYear() < EARLIEST || date.getYear() > LATEST ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** Two digits: the nearest such year not more than ten years ahead (a follow-up may lie ahead, a birth not at all). */
    private static int year(String digits, boolean past) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        int now = Year.now(java.time.ZoneOffset.UTC).getValue();
        int limit = past ? now : now + 10;
        int candidate = now / 100 * 100 + year;
        return candidate > limit ? candidate - 100 : candidate;
    }

    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        return MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    }
}
