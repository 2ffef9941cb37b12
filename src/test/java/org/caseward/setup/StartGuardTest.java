package org.caseward.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class StartGuardTest {
    private static final String DATABASE =
            "jdbc:postgresql://db.example:5432/hub?sslmode=verify-full&sslrootcert=ca.pem";

    private final MockEnvironment settings = new MockEnvironment();

    @TempDir
    private Path folder;

    private Path keys = Path.of("none");

    @BeforeEach
    void aKeyRing() throws IOException {
        keys = Files.writeString(folder.resolve("keys.properties"), "1=");
    }

    private MockEnvironment complete() {
        settings.setProperty("caseward.database.hub-url", DATABASE);
        settings.setProperty("caseward.database.case-store-url", DATABASE);
        for (String login :
                List.of("owner", "intake", "pipeline", "staff", "provider", "case-store-owner", "case-store-writer")) {
            settings.setProperty("caseward.database." + login + ".user", login);
            settings.setProperty("caseward.database." + login + ".password", "a password of " + login);
        }
        settings.setProperty("caseward.broker.url", "tcp://broker.example:61617?sslEnabled=true&trustStorePath=ca.pem");
        settings.setProperty("caseward.broker.user", "hub");
        settings.setProperty("caseward.broker.password", "a password of the broker");
        settings.setProperty("caseward.mllp.host", "127.0.0.1");
        settings.setProperty("caseward.mllp.port", "2575");
        settings.setProperty("caseward.fax.spool", "fax");
        settings.setProperty("caseward.keys", keys.toString());
        return settings;
    }

    private List<String> missing() {
        StartGuard.Unsafe refused = catchThrowableOfType(StartGuard.Unsafe.class, () -> StartGuard.check(settings));
        return refused == null ? List.of() : refused.missing();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThat(missing())
                .hasSize(23)
                .anyMatch(line -> line.startsWith("caseward.database.hub-url"))
                .anyMatch(line -> line.startsWith("caseward.database.staff.password"))
                .anyMatch(line -> line.startsWith("caseward.broker.url"));
    }

    @Test
    void onLoopbackItStartsWithoutTlsOfItsOwn() {
        complete().setProperty("caseward.mllp.host", "127.0.0.1");
        assertThatCode(() -> StartGuard.check(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            server.address;                              0.0.0.0;                                                  needs? TLS
            caseward.mllp.host;                          0.0.0.0;                                                  plain MLLP
            caseward.mllp.host;                          192.0.2.7;                                                plain MLLP
            caseward.database.hub-url;                   jdbc:postgresql://db.example/hub?sslmode=require;          verify-full
            caseward.database.case-store-url;            jdbc:postgresql://db.example/casestore;                   verify-full
            caseward.database.owner.password;            changeme;                                                 password of its own
            caseward.database.intake.password;           short;                                                    at least 12
            caseward.broker.url;                         tcp://broker.example:61616;                               sslEnabled
            caseward.broker.url;                         tcp://broker.example:61617?sslEnabled=true&trustAll=true; trustAll
            caseward.broker.user;                        '';                                                       not set
            caseward.keys;                               no/such/keys.properties;                                  no key ring
            """)
    void whatIsUnsafeIsRefusedByItsName(String name, String value, String told) {
        complete().setProperty(name, value);
        assertThat(missing())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(name)
                        .containsPattern(told)
                        .doesNotContain("a password of the")
                        .doesNotContain("changeme"));
    }

    @Test
    void withTlsItMayBeReachedFromOutside() {
        complete().setProperty("server.address", "0.0.0.0");
        settings.setProperty("server.ssl.certificate", "server.pem");
        assertThat(missing()).isEmpty();
    }
}
