package org.caseward.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What the database itself keeps from whoever sits at the portal, whatever a page may ask. */
@SpringJUnitConfig({HubDatabases.class, StaffDesk.class, ProviderDesk.class})
class ProviderWallsTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Autowired
    JdbcClient pipeline;

    @Autowired
    @Qualifier("providerJdbc")
    JdbcClient provider;

    @Autowired
    ProviderDesk desk;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final ProviderLogin own = login("own-" + mark);
    private final ProviderLogin other = login("other-" + mark);

    private static ProviderLogin login(String provider) {
        return new ProviderLogin("portal:desk@" + provider, Optional.of(provider), "portal", Optional.empty());
    }

    @BeforeEach
    void aReport() {
        ReportRows rows = new ReportRows(pipeline);
        pipeline.sql("update report set provider = ?, receipt_number = ? where id = ?")
                .params(
                        "own-" + mark,
                        "R-" + mark,
                        rows.put("x", "filed", "pd", List.of("pd")).value())
                .update();
    }

    private List<String> seen(ProviderLogin who, String more) {
        return desk.as(
                who,
                jdbc -> jdbc.sql("select receipt_number from hub.provider_delivery " + more)
                        .query(String.class)
                        .list());
    }

    @Test
    void aProviderSeesItsOwnDeliveriesAndNoOther() {
        assertThat(seen(own, "")).containsExactly("R-" + mark);
        assertThat(seen(other, "")).isEmpty();
        assertThat(seen(other, "where true or receipt_number like 'R-%'")).isEmpty();
    }

    @Test
    void aLinkOpensNothingThatItsProviderSent() {
        ProviderLogin link = new ProviderLogin(
                "link:" + UUID.randomUUID(), Optional.of("own-" + mark), "portal", Optional.of(UUID.randomUUID()));
        assertThat(seen(link, "")).isEmpty();
    }

    @Test
    void whoIsNobodyYetSeesNothing() {
        assertThat(provider.sql("select count(*) from hub.provider_delivery")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(provider.sql("select count(*) from hub.provider_upload")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatOneRequestWasToldIsForgottenAtTheNext() {
        assertThat(seen(own, "")).hasSize(1);
        assertThat(provider.sql("select count(*) from hub.provider_delivery")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A condition that tells what it sees must not be asked about others' rows. */
    @Test
    void aConditionThatFailsLoudlySeesNoRowOfAnother() {
        assertThat(seen(other, "where 1 / (case when receipt_number = 'R-" + mark + "' then 0 else 1 end) = 1"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 from hub.report",
                "select 1 from hub.receipt",
                "select 1 from hub.decision",
                "select 1 from hub.report_step",
                "select 1 from hub.report_page",
                "select 1 from hub.case_file",
                "select 1 from hub.person",
                "select 1 from hub.portal_account",
                "select 1 from hub.portal_invitation",
                "select 1 from hub.portal_submission",
                "select 1 from hub.portal_upload",
                "select 1 from hub.staff_user",
                "select 1 from hub.audit_entry",
                "select 1 from hub.provider",
                "select hub.audit_append('x', 'x', 'x', null, '')",
                "set role hub_staff",
                "set role hub_pipeline"
            })
    void allElseIsClosed(String sql) {
        assertThatThrownBy(() -> provider.sql(sql).query().listOfRows()).hasStackTraceContaining("permission denied");
    }

    @Test
    void everyRelationOfTheHubIsClosedExceptTwoViews() {
        assertThat(pipeline.sql("""
                        select c.relname from pg_class c where c.relnamespace = 'hub'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
                          and (has_table_privilege('hub_provider', c.oid, 'select,insert,update,delete') or c.relkind <> 'S' and has_any_column_privilege('hub_provider', c.oid, 'select,insert,update'))
                        order by 1""").query(String.class).list())
                .containsExactly("provider_delivery", "provider_upload");
    }
}
