package org.caseward.matching.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.CaseProvider;
import org.caseward.casefile.Names;
import org.caseward.casefile.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A case made comparable once.
 *
 * @param numbers case and claim numbers, {@link Numbers#plain}; {@code folded} in the same order
 * @param regions where the injury is; {@code anywhere} also what body parts and diagnoses name beside each other
 * @param side {@code L}, {@code R} or empty
 * @param npis NPI and fax of its providers, digits only
 */
public record CaseFacts(
        CaseFile file,
        List<String> numbers,
        List<String> folded,
        List<BodyPart> bodyParts,
        List<String> diagnoses,
        String employer,
        String unit,
        List<String> npis,
        List<String> providers,
        Set<Region> regions,
        Set<Region> anywhere,
        String side) {
    static CaseFacts of(CaseFile file) {
        List<BodyPart> bodyParts = BodyPart.of(file.bodyParts());
        List<String> diagnoses = file.diagnoses().stream().map(Numbers::plain).toList();
        return new CaseFacts(
                file,
                file.numbers().stream().map(Numbers::plain).toList(),
                file.numbers().stream().map(Numbers::folded).toList(),
                bodyParts,
                diagnoses,
                compact(file.employer()),
                compact(file.unit()),
                file.providers().stream()
                        .flatMap(p -> Stream.concat(digits(p.npi()), fax(p)))
                        .toList(),
                file.providers().stream()
                        .map(p -> compact(p.name()))
                        .filter(n -> !n.isEmpty())
                        .toList(),
                Region.of(bodyParts, diagnoses),
                Region.anywhere(bodyParts, diagnoses),
                Laterality.of(bodyParts, diagnoses));
    }

    private static Stream<String> digits(@Nullable String text) {
        return Optional.ofNullable(text).map(Numbers::digits).filter(d -> !d.isEmpty()).stream();
    }

    private static Stream<String> fax(CaseProvider provider) {
        return Optional.ofNullable(provider.fax()).map(Numbers::phone).filter(f -> !f.isEmpty()).stream();
    }

    private static String compact(@Nullable String text) {
        return text == null ? "" : Names.compact(text);
    }

    @Override
    public String toString() {
        return "CaseFacts";
    }
}
