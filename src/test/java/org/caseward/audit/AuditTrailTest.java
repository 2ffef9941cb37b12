package org.caseward.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.caseward.report.AuditedAct;
import org.caseward.security.DatabaseSettings;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.caseward.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(AuditTrailTest.App.class)
class AuditTrailTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Configuration
    @ComponentScan(
            basePackages = {"org.caseward.security", "org.caseward.audit"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org.caseward.security.web\\..*"))
    static class App {}

    @Autowired
    AuditTrail trail;

    @Autowired
    StaffDesk desk;

    @Autowired
    JdbcClient pipeline;

    @Autowired
    @Qualifier("staffJdbc")
    JdbcClient staffJdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DatabaseSettings settings;

    final String subject = UUID.randomUUID().toString();
    final Staff auditor = new Staff("aud", Map.of("pd", Set.of(Role.AUDITOR)));
    final Staff coordinator = new Staff("ann", Map.of("pd", Set.of(Role.COORDINATOR)));

    @Test
    void aViewIsWrittenInTheTransactionOfTheView() {
        desk.as(coordinator, jdbc -> {
            events.publishEvent(act("ann", "viewed", "pd"));
            return true;
        });
        assertThat(found(auditor)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("ann");
            assertThat(entry.act()).isEqualTo("viewed");
        });
    }

    @Test
    void whatWasRolledBackWasNotDone() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(act("ann", "accepted", "pd"));
            status.setRollbackOnly();
        });
        assertThat(found(auditor)).isEmpty();
    }

    @Test
    void outsideATransactionItIsWrittenAtOnce() {
        events.publishEvent(act("ann", "route-stopped", null));
        assertThat(found(auditor)).hasSize(1);
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        try (var people = Executors.newFixedThreadPool(6)) {
            people.invokeAll(IntStream.range(0, 60)
                    .mapToObj(i -> (Callable<Integer>) () -> desk.as(coordinator, jdbc -> {
                        events.publishEvent(act("ann", "viewed", "pd"));
                        return i;
                    }))
                    .toList());
        }
        assertThat(found(auditor)).hasSize(60);
        assertThat(trail.verify().brokenAt()).isEmpty();
    }

    @Test
    void anAuditorSeesOnlyTheProgramsAuditedAndOthersSeeNothing() {
        events.publishEvent(act("ann", "viewed", "pd"));
        events.publishEvent(act("bob", "viewed", "wc"));
        events.publishEvent(act("bob", "signed-in", null));
        assertThat(found(auditor)).extracting(AuditTrail.Entry::program).containsExactlyInAnyOrder("pd", null);
        assertThat(found(coordinator)).isEmpty();
    }

    @Test
    void noRoleOfTheApplicationCanChangeDeleteOrForgeAnEntry() {
        events.publishEvent(act("ann", "viewed", "pd"));
        for (JdbcClient role : List.of(pipeline, staffJdbc)) {
            for (String sql : List.of(
                    "update hub.audit_entry set who = 'x'",
                    "delete from hub.audit_entry",
                    "truncate hub.audit_entry",
                    "insert into hub.audit_entry values (uuidv7(), 1, now(), 'x', 'x', 'x', null, '', '')",
                    "update hub.audit_head set seq = 0")) {
                assertThatThrownBy(() -> role.sql(sql).update()).as(sql).hasStackTraceContaining("permission denied");
            }
        }
    }

    @Test
    void evenTheOwnerIsRefusedUnlessTheGuardIsTakenAway() {
        events.publishEvent(act("ann", "viewed", "pd"));
        assertThatThrownBy(() -> asOwner("delete from hub.audit_entry"))
                .hasMessageContaining("never changed or deleted");
    }

    @Test
    void aTamperedEntryAndACutTailAreFound() throws SQLException {
        IntStream.range(0, 5).forEach(i -> events.publishEvent(act("ann", "viewed", "pd")));
        assertThat(trail.verify().brokenAt()).isEmpty();
        long third = found(auditor).get(2).seq();
        tamper("update hub.audit_entry set who = 'somebody else' where seq = " + third);
        assertThat(trail.verify().brokenAt()).hasValue(third);
        tamper("update hub.audit_entry set who = 'ann' where seq = " + third);
        assertThat(trail.verify().brokenAt()).isEmpty();

        long last = found(auditor).getFirst().seq();
        tamper(
                "create table hub.kept as select * from hub.audit_entry where seq = " + last,
                "delete from hub.audit_entry where seq = " + last);
        assertThat(trail.verify().brokenAt()).hasValue(last);
        tamper("insert into hub.audit_entry select * from hub.kept", "drop table hub.kept");
        assertThat(trail.verify().brokenAt()).isEmpty();
    }

    private AuditedAct act(String who, String act, @Nullable String program) {
        return new AuditedAct(who, act, subject, Optional.ofNullable(program), "");
    }

    private List<AuditTrail.Entry> found(Staff who) {
        return trail.find(
                who,
                new AuditTrail.Filter(
                        Optional.empty(), Optional.of(subject), Optional.empty(), Optional.empty(), Optional.empty()),
                1000);
    }

    /** Somebody with the owner's password. */
    private void asOwner(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        settings.hubUrl(),
                        settings.owner().user(),
                        settings.owner().password());
                var sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    /** … who also takes the guard away. */
    private void tamper(String... statements) throws SQLException {
        asOwner("alter table hub.audit_entry disable trigger user");
        asOwner(statements);
        asOwner("alter table hub.audit_entry enable trigger user");
    }
}
