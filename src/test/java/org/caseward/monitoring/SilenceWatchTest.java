package org.caseward.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.caseward.report.ReceiptId;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(SilenceWatchTest.App.class)
class SilenceWatchTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Configuration
    @ComponentScan(
            basePackages = "org.caseward.security",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org.caseward.security.web\\..*"))
    @Import({Alerts.class, SilenceWatch.class})
    static class App {}

    @Autowired
    SilenceWatch watch;

    @Autowired
    Alerts alerts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("intakeDataSource")
    DataSource intake;

    final String connection = "lab-" + UUID.randomUUID();
    final String program = "pd-" + UUID.randomUUID();
    final Staff engineer = new Staff("eve", Map.of(program, Set.of(Role.INTEGRATION_ENGINEER)));

    @BeforeEach
    void aConnectionThatShouldSendEveryHour() {
        jdbc.sql(
                        "insert into hub.connection (id, channel, address, programs, silent_after) values (?, 'mllp', ?, ?, interval '1 hour')")
                .params(connection, connection, new String[] {program})
                .update();
    }

    @Test
    void aConnectionThatHasSentNothingForTooLongRaisesOneAlertAndTrafficClearsIt() {
        received("2 hours 10 minutes");
        watch.look();
        watch.look();
        assertThat(mine()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("silence");
            assertThat(alert.text())
                    .contains(connection)
                    .contains("for 2 h")
                    .contains("at least every 60 min")
                    .contains("ask the sender");
        });

        received("1 second");
        watch.look();
        assertThat(mine()).isEmpty();
    }

    @Test
    void oneThatSentLatelyOrNeverYetInThisHoursLifeIsQuiet() {
        watch.look();
        assertThat(mine()).isEmpty();
        received("59 minutes");
        watch.look();
        assertThat(mine()).isEmpty();
    }

    @Test
    void anAlertAboutAConnectionIsForTheEngineersOfItsProgramsOnly() {
        received("3 hours");
        watch.look();
        alerts.raise("broker-down", connection, "The broker does not answer.");
        Staff elsewhere = new Staff("max", Map.of("elsewhere", Set.of(Role.INTEGRATION_ENGINEER)));
        assertThat(alerts.open(elsewhere))
                .filteredOn(alert -> alert.subject().equals(connection))
                .extracting(Alerts.Alert::kind)
                .containsExactly("broker-down");
        assertThat(mine()).hasSize(2);
        assertThat(alerts.clear("broker-down", connection)).isTrue();
        assertThat(alerts.clear("broker-down", connection)).isFalse();
    }

    private List<Alerts.Alert> mine() {
        return alerts.open(engineer).stream()
                .filter(alert -> alert.subject().equals(connection))
                .toList();
    }

    private void received(String ago) {
        JdbcClient.create(intake)
                .sql("""
                        insert into hub.receipt (id, number, received_at, channel, connection, programs, sender, control_id, media_type,
                            sha256, size, sealed)
                        values (?, 'R-x', now() - cast(? as interval), 'mllp', ?, ?, 'S', 'C', 'text/plain', sha256('x'), 1, 'x')
                        """)
                .params(ReceiptId.next().value(), ago, connection, new String[] {program})
                .update();
    }
}
