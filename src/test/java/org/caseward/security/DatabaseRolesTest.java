package org.caseward.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({HubDatabases.class, StaffDesk.class})
class DatabaseRolesTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @Autowired
    JdbcClient pipeline;

    @Autowired
    @Qualifier("staffJdbc")
    JdbcClient staff;

    @Autowired
    StaffDesk desk;

    @Test
    void aPersonSeesNothingOutsideTheDesk() {
        assertThat(staff.sql("select count(*) from report").query(Integer.class).single())
                .isZero();
        assertThatThrownBy(() -> staff.sql("delete from report").update()).hasStackTraceContaining("permission denied");
    }

    @Test
    void theDeskTellsTheDatabaseWhoAsks() {
        Staff who = new Staff("ann", Map.of("pd", Set.of(Role.COORDINATOR)));
        String programs = desk.as(
                who,
                jdbc -> jdbc.sql("select array_to_string(hub.my_programs(), '|')")
                        .query(String.class)
                        .single());
        assertThat(programs).isEqualTo("pd");
    }
}
