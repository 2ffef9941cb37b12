package org.caseward.extraction;

import ca.uhn.fhir.context.FhirContext;
import org.caseward.extraction.worker.WorkerPool;
import org.caseward.extraction.worker.WorkerSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is dear to make and is therefore made once: FHIR's model and the workers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReadingLimits.class, WorkerSettings.class})
class ReadingSetup {
    @Bean
    FhirContext fhirContext() {
        return FhirContext.forR4();
    }

    @Bean
    WorkerPool readingWorkers(WorkerSettings settings, ReadingLimits limits) {
        WorkerPool pool = new WorkerPool(settings, limits);
        pool.warm();
        return pool;
    }
}
