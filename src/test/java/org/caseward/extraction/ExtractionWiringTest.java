package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import org.caseward.documents.DocumentStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({
    ReadingSetup.class,
    Extraction.class,
    Hl7Messages.class,
    FhirResources.class,
    DocumentPages.class,
    ExtractionWiringTest.Store.class
})
@TestPropertySource(properties = {"caseward.extraction.pages=7", "caseward.extraction.workers=1"})
class ExtractionWiringTest {
    @Autowired
    @Qualifier("extraction")
    Extraction extraction;

    @Autowired
    ReadingLimits limits;

    @Autowired
    @Qualifier("fhirContext")
    FhirContext fhir;

    @Test
    void theStageIsABeanNamedExtractionAndItsLimitsCanBeSet() {
        assertThat(extraction).isNotNull();
        assertThat(fhir.getVersion().getVersion().getFhirVersionString()).startsWith("4.0");
        assertThat(limits.pages()).isEqualTo(7);
        assertThat(limits.documentMegabytes()).isEqualTo(100);
    }

    static class Store {
        @Bean
        DocumentStore store() {
            return new Reader.Shelf();
        }
    }
}
