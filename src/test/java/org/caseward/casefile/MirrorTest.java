package org.caseward.casefile;

import org.caseward.testing.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** One context, and so one set of connections, for all tests on the mirror. */
@SpringJUnitConfig(MirrorOnPostgres.class)
public abstract class MirrorTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }
}
