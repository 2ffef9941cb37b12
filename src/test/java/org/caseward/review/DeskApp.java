package org.caseward.review;

import java.nio.file.Path;
import org.caseward.documents.DocumentStore;
import org.caseward.report.AuditedAct;
import org.caseward.testing.TestDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The desk with its doors, without the pipeline behind it. */
@Configuration
@EnableAutoConfiguration
@ComponentScan("org.caseward.security")
@ComponentScan("org.caseward.matching.watch")
@ComponentScan(
        value = "org.caseward.review",
        // the machine's decisions and the recorder belong to the pipeline; other tests bring rooms of their own
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(Decisions|Recorder|LevelKept|Corrections|NewsOfPeople|QualityMerges|ModelRehearsal|.*Test(\\$.*)?)"))
class DeskApp {
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("caseward.secrets", () -> Path.of("target", "desk-secrets").toString());
    }

    @Bean
    DocumentStore documentStore() {
        return new MemoryStore();
    }

    @Bean
    ReportRows reportRows(JdbcClient pipeline, DocumentStore documents) {
        return new ReportRows(pipeline, documents);
    }

    @Bean
    CaseRows caseRows(JdbcClient pipeline) {
        return new CaseRows(pipeline);
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** What was told to the audit. */
    static class Heard {
        final java.util.List<AuditedAct> acts = new java.util.concurrent.CopyOnWriteArrayList<>();

        @EventListener
        void on(AuditedAct act) {
            acts.add(act);
        }
    }
}
