package org.caseward.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.report.ReportId;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({HubDatabases.class, StaffDesk.class})
class RowWallsTest {
    /** Agreed facts about senders and programs; nothing of a person stands in them. */
    private static final Set<String> WITHOUT_WALLS = Set.of("program", "connection", "sender", "provider");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Autowired
    JdbcClient pipeline;

    @Autowired
    StaffDesk desk;

    final String own = "own-" + UUID.randomUUID();
    final String other = "other-" + UUID.randomUUID();
    ReportId claimed;
    ReportId unclaimed;

    @BeforeEach
    void aReportThatIsClaimedAndOneThatIsNot() {
        ReportRows rows = new ReportRows(pipeline);
        claimed = rows.put("a", "in_review", own, List.of(own, other));
        unclaimed = rows.put("b", "quarantined", null, List.of(own));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyOfAnotherProgramSeesAReportItsStepsOrItsPages(Role role) {
        Staff stranger = new Staff("x", Map.of(other, Set.of(role)));
        assertThat(seen(stranger)).isEmpty();
        assertThat(count(stranger, "report_step", "report")).isZero();
        assertThat(count(stranger, "report_page", "report")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whatNoProgramClaimedIsSeenByTriageAndEngineersOnly(Role role) {
        Staff insider = new Staff("x", Map.of(own, Set.of(role)));
        boolean both = role == Role.TRIAGE || role == Role.INTEGRATION_ENGINEER;
        assertThat(seen(insider))
                .containsExactlyInAnyOrderElementsOf(both ? List.of(claimed, unclaimed) : List.of(claimed));
        assertThat(count(insider, "report_step", "report")).isEqualTo(both ? 2 : 1);
        assertThat(count(insider, "report_page", "report")).isEqualTo(both ? 2 : 1);
    }

    @Test
    void whoHoldsNoRoleSeesNothing() {
        assertThat(seen(new Staff("x", Map.of()))).isEmpty();
    }

    @Test
    void aPersonCanNeitherMoveAReportIntoTheOwnProgramNorOutOfIt() {
        Staff insider = new Staff("x", Map.of(own, Set.of(Role.COORDINATOR)));
        Staff stranger = new Staff("y", Map.of(other, Set.of(Role.SUPERVISOR)));
        assertThat(desk.<Integer>as(
                        stranger,
                        jdbc -> jdbc.sql("update report set program = ? where id = ?")
                                .params(other, claimed.value())
                                .update()))
                .isZero();
        assertThatThrownBy(() -> desk.<Integer>as(
                        insider,
                        jdbc -> jdbc.sql("update report set program = ? where id = ?")
                                .params(other, claimed.value())
                                .update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void everyTableAPersonCanReadHasRowLevelSecurity() {
        List<String> open = pipeline.sql("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'hub'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relrowsecurity
                          and (has_table_privilege('hub_staff', c.oid, 'select') or has_any_column_privilege('hub_staff', c.oid, 'select'))
                        """).query(String.class).list();
        assertThat(open).containsExactlyInAnyOrderElementsOf(WITHOUT_WALLS);
    }

    private List<ReportId> seen(Staff who) {
        return desk.as(
                who,
                jdbc -> jdbc
                        .sql("select id from report where id in (?, ?)")
                        .params(claimed.value(), unclaimed.value())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(ReportId::new)
                        .toList());
    }

    private int count(Staff who, String table, String column) {
        return desk.as(
                who,
                jdbc -> jdbc.sql("select count(*) from " + table + " where " + column + " in (?, ?)")
                        .params(claimed.value(), unclaimed.value())
                        .query(Integer.class)
                        .single());
    }
}
