package org.caseward.normalisation.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Work status in the contract's four words, out of prose or out of a line of check boxes. */
final class WorkStatuses {
    private static final Pattern FULL = pattern(
            "full[\\s-]*(?:and unrestricted\\s*)?(?:duty|duties|activity|release)|regular\\s+(?:duty|work)|without\\s+(?:any\\s+)?restrictions?|no\\s+(?:work\\s+)?restrictions|unrestricted|normal\\s+(?:duty|duties)|released\\s+to\\s+full");
    private static final Pattern RESTRICTED = pattern(
            "(?:with\\s+|temporary\\s+|the\\s+)?restrict(?:ed|ions?)(?:\\s+(?:duty|work))?|modified\\s*(?:duty|work)?|light[\\s-]*(?:duty|work)|limited[\\s-]*duty|transitional\\s+duty|sedentary\\s+(?:duty|work)|partial\\s+(?:duty|disability)|alternat(?:e|ive)\\s+duty");
    private static final Pattern OFF = pattern(
            "off[\\s-]*(?:of\\s+)?(?:work|duty)|no\\s+work|unable\\s+to\\s+(?:return\\s+to\\s+)?work|not\\s+(?:able|fit|released|cleared)\\s+(?:to|for)\\s+(?:return\\s+to\\s+)?(?:work|duty)|(?:may|can|should)\\s*not\\s+(?:return\\s+to\\s+)?work|total(?:ly)?\\s+(?:temporary\\s+)?disab(?:led|ility)|temporar(?:y|ily)\\s+total(?:ly)?\\s+disab(?:led|ility)|prevent(?:ed|s)\\s+(?:and\\s+still\\s+prevents\\s+)?(?:the\\s+employee\\s+)?from\\s+returning|out\\s+of\\s+work|incapacitated");
    private static final Map<String, Pattern> WORDS =
            Map.of("full_duty", FULL, "restricted", RESTRICTED, "off_work", OFF);
    private static final Pattern MARK =
            Pattern.compile("[\\[({|I]?\\s*(?<![A-Za-z])[xX✓✔☒☑■✗✘](?![A-Za-z])\\s*[\\])}|]?|\\[\\s*[vV*]\\s*\\]");
    private static final Pattern BOX =
            Pattern.compile("[\\[({|]\\s*[^\\])}|]{0,2}\\s*[\\])}|]|[☐☒☑□■✓✔✗✘]|_{2,}|" + MARK.pattern());

    private WorkStatuses() {}

    private record Option(String status, int from, int to) {}

    private static Pattern pattern(String regex) {
        return Pattern.compile("\\b(?:" + regex + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    static Result workStatus(String text) {
        String line = text.length() > 500 ? text.substring(0, 500) : text;
        List<Option> options = options(line);
        if (options.isEmpty()) {
            return Result.UNREADABLE;
        }
        if (BOX.matcher(line).find()) {
            return ticked(line, options);
        }
        return spoken(options);
    }

    /** In prose the first thing said counts; a second, other one makes it doubtful. */
    private static Result spoken(List<Option> options) {
        boolean one = options.stream().map(Option::status).distinct().count() == 1;
        return Result.meant(options.getFirst().status(), one ? 1 : 0.6);
    }

    private static Result ticked(String line, List<Option> options) {
        boolean marksFollow =
                !BOX.matcher(line.substring(0, options.getFirst().from())).find();
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (MARK.matcher(zone(line, options, i, marksFollow)).find()) {
                marked.add(options.get(i).status());
            }
        }
        boolean one = marked.stream().distinct().count() == 1;
        return one ? Result.meant(marked.getFirst()) : Result.meant("unknown", 0.3);
    }

    private static String zone(String line, List<Option> options, int i, boolean marksFollow) {
        if (marksFollow) {
            int next = i + 1 < options.size() ? options.get(i + 1).from() : line.length();
            return line.substring(options.get(i).to(), next);
        }
        int before = i == 0 ? 0 : options.get(i - 1).to();
        return line.substring(before, options.get(i).from());
    }

    private static List<Option> options(String line) {
        List<Option> found = new ArrayList<>();
        WORDS.forEach((status, words) -> {
            Matcher matcher = words.matcher(line);
            while (matcher.find()) {
                found.add(new Option(status, matcher.start(), matcher.end()));
            }
        });
        found.removeIf(one -> found.stream().anyMatch(other -> other != one && covers(other, one)));
        found.sort(java.util.Comparator.comparingInt(Option::from));
        return found;
    }

    private static boolean covers(Option big, Option small) {
        return big.from() <= small.from()
                && big.to() >= small.to()
                && big.to() - big.from() > small.to() - small.from();
    }
}
