package org.caseward.casefile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;

/** The database roles, the mirror of cases and matching, on the real PostgreSQL of the test run. */
@Configuration
@ComponentScan(
        basePackages = "org.caseward",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "org\\.caseward\\.security\\.(HubDatabases|StaffDesk)",
                            "org\\.caseward\\.casefile\\.(CaseFeed|CaseWriter|KeyRenewal|MergedPeople|MergeTable|MergeProposals|MergeCases|PersonMerges|CaseFiles|FiledRecords|CaseApi)",
                            "org\\.caseward\\.matching\\.(Matching|CandidateSearch|SpelledAlike|NameFrequencies)",
                            "org\\.caseward\\.matching\\.(models|watch)\\.(Models|ModelTable|QualityWatch|Standings|WatchRules)"
                        }))
public class MirrorOnPostgres {
    /** What the mirror told of. */
    public static class Heard {
        public final List<CaseChanged> changes = new CopyOnWriteArrayList<>();
        public final List<KeysRenewed> renewed = new CopyOnWriteArrayList<>();

        @EventListener
        void on(KeysRenewed renewal) {
            renewed.add(renewal);
        }

        @EventListener
        void on(CaseChanged change) {
            changes.add(change);
        }
    }

    @Bean
    Heard heard() {
        return new Heard();
    }
}
