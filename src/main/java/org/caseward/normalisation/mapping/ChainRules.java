package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.normalisation.functions.Nearest;

/** The rules of a file and its bases put together: a whole rule replaces all of its name, the others change what is there. */
record ChainRules(
        List<MappingFile> chain,
        Optional<MappingFile> labels,
        Function<MappingFile, RuleCompiler> compilers,
        Complaints complaints) {
    /**
     * @param own this file's rules, then those of its bases whose names it does not define itself
     * @param shared those of the list of labels
     */
    record Ruled(List<Rule> own, List<Rule> shared) {}

    Ruled ruled() {
        List<Rule> shared = labels.map(this::whole).orElse(List.of());
        List<Rule> own = List.of();
        for (MappingFile link : chain.reversed()) {
            own = replaced(own, whole(link));
            for (Amendment amendment : compilers.apply(link).amendments()) {
                complain(link, amendment, own, shared);
                own = amendment.applied(own);
                shared = amendment.applied(shared);
            }
        }
        return new Ruled(own, shared);
    }

    private List<Rule> whole(MappingFile link) {
        return compilers.apply(link).rules(RuleCompiler.orNone(link.spec().fields()), "/fields", false);
    }

    private static List<Rule> replaced(List<Rule> base, List<Rule> own) {
        Set<String> taken = own.stream().map(Rule::name).collect(Collectors.toSet());
        List<Rule> rules = new ArrayList<>(own);
        base.stream().filter(rule -> !taken.contains(rule.name())).forEach(rules::add);
        return rules;
    }

    private void complain(MappingFile link, Amendment amendment, List<Rule> own, List<Rule> shared) {
        if (!amendment.fits(own) && !amendment.fits(shared)) {
            Set<String> names =
                    Stream.concat(own.stream(), shared.stream()).map(Rule::name).collect(Collectors.toSet());
            complaints.add(
                    link,
                    amendment.pointer(),
                    "nothing that this file extends has a rule for '" + amendment.name() + "'"
                            + Nearest.hint(amendment.name(), names)
                            + "; expected from, labels or patterns, or the name of a field that the base reads");
        }
    }
}
