package org.caseward.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import org.caseward.report.Troubled;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KeyRenewalTroubleTest {
    @Test
    void keysThatCannotBeWrittenAnewAreToldSinceNothingIsFiledMeanwhile() {
        List<Object> told = new ArrayList<>();
        try (HikariDataSource closed = new HikariDataSource()) {
            closed.close();
            new KeyRenewal(
                            JdbcClient.create(closed),
                            new JdbcTemplate(closed),
                            new TransactionTemplate(new DataSourceTransactionManager(closed)),
                            told::add)
                    .renewQuietly();
        }
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        Troubled.class,
                        trouble -> assertThat(trouble.text()).contains("waits for a person", "tried again by itself"));
    }
}
