package org.caseward.matching.gates;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.caseward.casefile.Names;
import org.caseward.casefile.Numbers;
import org.caseward.casefile.Person;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Page;
import org.caseward.extraction.Source;
import org.caseward.extraction.Word;
import org.caseward.matching.scoring.ScoredCase;

/**
 * A sheet of another person's can lie in any fax. Every page of a document must show the person's family name or a number of the case; of the documents inside a message,
 * whose patient the message itself names, one page must.
 */
final class PagesNameThePerson implements FilingGate {
    /** Shorter names are too like other words to bear a wrong letter. */
    private static final int LONG_ENOUGH = 5;

    private static final LevenshteinDistance ONE_LETTER = new LevenshteinDistance(1);

    @Override
    public String name() {
        return "pages-name-the-person";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        ExtractedReport extracted = placement.report().extracted();
        return extracted.pages().isEmpty()
                ? Optional.empty()
                : placement.anyTarget(target -> objection(extracted, target));
    }

    private static Optional<String> objection(ExtractedReport extracted, ScoredCase target) {
        List<Page> silent =
                extracted.pages().stream().filter(page -> !names(page, target)).toList();
        boolean document = extracted.source() instanceof Source.Document;
        return silent.isEmpty()
                        || (!document && silent.size() < extracted.pages().size())
                ? Optional.empty()
                : Optional.of("page " + silent.getFirst().number()
                        + " shows neither the person's name nor a number of the case; it may be somebody else's");
    }

    private static boolean names(Page page, ScoredCase target) {
        Set<String> families = families(target.file().person());
        Set<String> numbers =
                target.file().numbers().stream().map(Numbers::folded).collect(Collectors.toSet());
        return page.words().stream()
                .map(Word::text)
                .anyMatch(text -> family(text, families) || numbers.contains(Numbers.folded(text)));
    }

    private static Set<String> families(Person person) {
        return Stream.concat(Stream.of(person.family()), person.formerFamily().stream())
                .flatMap(name -> Names.familyForms(name).stream())
                .collect(Collectors.toSet());
    }

    private static boolean family(String text, Set<String> families) {
        String word = Names.compact(text);
        return families.contains(word)
                || (word.length() >= LONG_ENOUGH
                        && families.stream()
                                .filter(name -> name.length() >= LONG_ENOUGH)
                                .anyMatch(name -> ONE_LETTER.apply(word, name) >= 0));
    }
}
