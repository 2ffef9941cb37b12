package org.caseward.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(CredentialWatchTest.App.class)
class CredentialWatchTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Configuration
    @ComponentScan(
            basePackages = "org.caseward.security",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org.caseward.security.web\\..*"))
    @Import({Alerts.class, CredentialWatch.class})
    static class App {}

    @Autowired
    CredentialWatch watch;

    @Autowired
    Alerts alerts;

    @Autowired
    JdbcClient jdbc;

    final String connection = "lab-" + UUID.randomUUID();
    final String program = "pd-" + UUID.randomUUID();

    @BeforeEach
    void aConnection() {
        jdbc.sql("insert into provider (id, name) values ('city-hospital', 'City Hospital') on conflict do nothing")
                .update();
        jdbc.sql("insert into connection (id, channel, address, programs) values (?, 'mllp', ?, ?)")
                .params(connection, connection, new String[] {program})
                .update();
    }

    private UUID certificate(String until) {
        return jdbc.sql("""
                        insert into credential (connection, provider, kind, value, not_after, added_by)
                        values (?, 'city-hospital', 'x509', ?, now() + cast(? as interval), 'test') returning id""")
                .params(connection, UUID.randomUUID().toString(), until)
                .query(UUID.class)
                .single();
    }

    private List<String> told() {
        watch.look();
        return alerts.open(new Staff("eve", Map.of(program, Set.of(Role.INTEGRATION_ENGINEER)))).stream()
                .filter(alert -> alert.kind().equals("credential-ends"))
                .map(Alerts.Alert::text)
                .toList();
    }

    @Test
    void itIsToldBeforeACertificateEndsAndAgainWhenItHasEnded() {
        certificate("60 days");
        assertThat(told()).isEmpty();
        certificate("20 days");
        assertThat(told())
                .singleElement()
                .satisfies(text -> assertThat(text).contains(connection, "ends on", "add it"));
        certificate("-1 day");
        assertThat(told()).anySatisfy(text -> assertThat(text).contains("ended on", "refused"));
    }

    @Test
    void withdrawingTheOldOneEndsTheAlert() {
        UUID old = certificate("5 days");
        assertThat(told()).hasSize(1);
        jdbc.sql("update credential set revoked_at = now() where id = ?")
                .param(old)
                .update();
        assertThat(told()).isEmpty();
    }
}
