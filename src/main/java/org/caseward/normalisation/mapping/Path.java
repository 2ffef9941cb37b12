package org.caseward.normalisation.mapping;

import ca.uhn.fhir.fhirpath.IFhirPath.IParsedExpression;
import java.util.Map;
import java.util.Optional;
import org.caseward.normalisation.cda.CdaPath;
import org.caseward.normalisation.hl7.Hl7Path;
import org.caseward.normalisation.hl7.Hl7Template;

/** Where a rule finds its values in a message. */
public sealed interface Path {
    /** As it stands in the file, for people. */
    String text();

    record Hl7(Hl7Path path, Optional<Hl7Template> template) implements Path {
        @Override
        public String text() {
            return path.text();
        }
    }

    /**
     * @param text as evidence shows it where the value stands in no single element: names under {@code let} stay names
     * @param template what is read at each element found, seen from there, instead of the element itself
     * @param let the named parts that it uses as {@code %name}: each is found once in a report
     */
    record Fhir(
            String text,
            IParsedExpression expression,
            Optional<IParsedExpression> template,
            Map<String, IParsedExpression> let)
            implements Path {
        public Fhir {
            let = Map.copyOf(let);
        }
    }

    /**
     * @param text as evidence shows it where the value stands in no single element or attribute
     * @param template what is read at each node found, seen from there, instead of the node itself
     */
    record Cda(String text, CdaPath path, Optional<CdaPath> template) implements Path {}
}
