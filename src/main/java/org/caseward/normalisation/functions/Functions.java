package org.caseward.normalisation.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The closed list of functions a rule may name in {@code with}; {@code docs/mappings.md} tells what each does. */
public final class Functions {
    private static final Pattern CALL = Pattern.compile("([a-zA-Z0-9]+)(?:\\((.*)\\))?");
    private static final Set<String> STRICT = Set.of(
            "date",
            "dateIfAny",
            "pastDate",
            "icd10",
            "npi",
            "validNpi",
            "phone",
            "ssnLast4",
            "workStatus",
            "yesNo",
            "sex",
            "code",
            "codeOnly",
            "means",
            "number");
    private static final Map<String, NamedFunction> PLAIN = Map.ofEntries(
            Map.entry("trim", text -> Result.meant(text.strip(), 1)),
            Map.entry("upper", Texts::upper),
            Map.entry("lower", Texts::lower),
            Map.entry("digits", Texts::digits),
            Map.entry("tidy", Texts::tidy),
            Map.entry("reference", Texts::reference),
            Map.entry("bodyPart", Texts::bodyPart),
            Map.entry("present", Texts::present),
            Map.entry("number", Words::number),
            Map.entry("yesNo", Texts::yesNo),
            Map.entry("sex", Texts::sex),
            Map.entry("phone", Phones::phone),
            Map.entry("date", Dates::date),
            Map.entry("dateIfAny", Dates::dateIfAny),
            Map.entry("pastDate", Dates::pastDate),
            Map.entry("personName", PersonNames::plain),
            Map.entry("ssnLast4", Identifiers::ssnLast4),
            Map.entry("icd10", Identifiers::icd10),
            Map.entry("npi", Identifiers::npi),
            Map.entry("validNpi", Identifiers::validNpi),
            Map.entry("workStatus", WorkStatuses::workStatus));
    private static final Map<String, Maker> WITH_ARGUMENT = Map.ofEntries(
            Map.entry("name", Functions::name),
            Map.entry("code", (given, tables) -> code("code", given, tables, Result.NOTHING)),
            Map.entry("codeOnly", (given, tables) -> code("codeOnly", given, tables, Result.UNREADABLE)),
            Map.entry("means", (given, tables) -> Words.means(given)),
            Map.entry("is", (given, tables) -> Words.is(given, true)),
            Map.entry("isNot", (given, tables) -> Words.is(given, false)),
            Map.entry("contains", (given, tables) -> Words.contains(given)),
            Map.entry("startsWith", (given, tables) -> Words.startsWith(given)),
            Map.entry("part", (given, tables) -> Words.part(given)),
            Map.entry("value", (given, tables) -> text -> Result.meant(given)),
            Map.entry("firstOf", (given, tables) -> text -> Texts.firstOf(text, given)),
            Map.entry("when", (given, tables) -> Texts.when(pattern(given), true)),
            Map.entry("unless", (given, tables) -> Texts.when(pattern(given), false)),
            Map.entry("after", (given, tables) -> Texts.after(words(given))),
            Map.entry("before", (given, tables) -> Texts.before(words(given))));

    private final Map<String, CodeTable> tables;

    public Functions(Map<String, CodeTable> tables) {
        this.tables = Map.copyOf(tables);
    }

    @FunctionalInterface
    private interface Maker {
        NamedFunction make(String given, Map<String, CodeTable> tables);
    }

    /** Takes what is wrong with the call of that index. */
    @FunctionalInterface
    public interface Complaining {
        void at(int index, String text);
    }

    /** The chain of these calls; each one that can't be made is told to {@code complaints} and left out. */
    public Chain chain(List<String> calls, Complaining complaints) {
        List<NamedFunction> functions = new ArrayList<>();
        boolean strict = false;
        boolean secret = false;
        for (int i = 0; i < calls.size(); i++) {
            int index = i;
            String call = calls.get(i);
            Consumer<String> complain = text -> complaints.at(index, text);
            Matcher parts = CALL.matcher(call.strip());
            if (!parts.matches()) {
                complain.accept("can't be read as a function: '" + call + "'; expected name or name(argument)");
                continue;
            }
            strict |= STRICT.contains(parts.group(1));
            secret |= parts.group(1).equals("ssnLast4");
            make(parts.group(1), parts.group(2), complain, functions);
        }
        return new Chain(functions, strict, secret);
    }

    private void make(String name, @Nullable String given, Consumer<String> complain, List<NamedFunction> into) {
        NamedFunction plain = PLAIN.get(name);
        Maker maker = WITH_ARGUMENT.get(name);
        if (plain != null && given == null) {
            into.add(plain);
        } else if (maker != null && given != null) {
            try {
                into.add(maker.make(given, tables));
            } catch (PatternSyntaxException wrong) {
                complain.accept("'" + given + "' is no regular expression: " + wrong.getDescription());
            } catch (IllegalArgumentException wrong) {
                complain.accept(String.valueOf(wrong.getMessage()));
            }
        } else if (plain != null || maker != null) {
            complain.accept("function '" + name + "' "
                    + (plain != null ? "takes no argument" : "needs an argument: " + name + "(…)"));
        } else {
            complain.accept("unknown function '" + name + "'" + Nearest.hint(name, words()) + "; expected one of "
                    + String.join(", ", names()));
        }
    }

    /** All names, as a complaint lists them. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(PLAIN.keySet());
        WITH_ARGUMENT.keySet().forEach(name -> names.add(name + "(…)"));
        return names;
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>(PLAIN.keySet());
        words.addAll(WITH_ARGUMENT.keySet());
        return words;
    }

    private static NamedFunction name(String part, Map<String, CodeTable> tables) {
        if (!Set.of("family", "given", "middle", "suffix").contains(part)) {
            throw new IllegalArgumentException("name(" + part + "): expected family, given, middle or suffix");
        }
        return text -> PersonNames.part(text, part);
    }

    private static NamedFunction code(String function, String name, Map<String, CodeTable> tables, Result unknown) {
        CodeTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException(function + "(" + name + "): no table codes/" + name + ".csv"
                    + Nearest.hint(name, tables.keySet()) + "; expected one of " + new TreeSet<>(tables.keySet()));
        }
        return text -> table.lookUp(text).map(Result::meant).orElse(unknown);
    }

    private static Pattern pattern(String given) {
        return Pattern.compile(given, Pattern.CASE_INSENSITIVE);
    }

    /** {@code from|starting on} as whole words, spaces wide or narrow. */
    private static Pattern words(String given) {
        String any = given.strip().replace(" ", "\\s+");
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    }
}
