package org.caseward.normalisation.mapping;

import ca.uhn.fhir.fhirpath.IFhirPath.IParsedExpression;
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

    /** @param text as evidence shows it where the value stands in no single element: names under {@code let} stay names */
    record Fhir(String text, IParsedExpression expression) implements Path {}

    /** @param text as evidence shows it where the value stands in no single element or attribute */
    record Cda(String text, CdaPath path) implements Path {}
}
