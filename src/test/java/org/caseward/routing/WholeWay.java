package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.caseward.casefile.CaseFeed;
import org.caseward.casefile.FeedFormat;
import org.caseward.casefile.Feeds;
import org.caseward.intake.Connections;
import org.caseward.intake.IntakeFixture;
import org.caseward.report.ReportId;
import org.caseward.testing.MllpPeer;
import org.caseward.testing.TestDatabase;
import org.caseward.testing.WholeHub;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the tests of the whole way share: a case that is new for each test, a message about it, and patience. */
abstract class WholeWay extends WholeHub {
    static final String PROGRAM = "pd-medical";
    static final String SENDER = "LABSYS|CITYHOSP";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("caseStoreJdbc")
    JdbcClient caseStore;

    @Autowired
    CaseFeed feed;

    @Autowired
    Connections connections;

    @Autowired
    CamelRoutes routes;

    @Value("${caseward.mllp.port}")
    int mllp;

    final String mark = UUID.randomUUID().toString().substring(0, 8);
    final String controlId = "W" + mark;
    final String caseNumber = "IOD-" + mark;
    final String claim = "WC-88-%010d".formatted(Long.parseLong(mark, 16));
    IntakeFixture fixture;

    @BeforeEach
    void aCase() {
        fixture = new IntakeFixture(jdbc);
        fixture.fill(connections);
        assertThat(feed.read(
                                Feeds.of("""
                {"program": "%s", "caseNumber": "%s", "claimNumbers": ["%s"], "status": "open", "opened": "2026-01-05", \
                "injuryDate": "2026-01-02", "bodyParts": ["left knee"], "diagnoses": ["S83.412A"], \
                "person": {"id": "P-%s", "family": "%s", "given": "Wilma", "birthDate": "%s", "sex": "F"}}""".formatted(PROGRAM, caseNumber, claim, mark, family(), born())),
                                FeedFormat.NDJSON,
                                Set.of(PROGRAM),
                                "test")
                        .accepted())
                .isOne();
    }

    /** A name of letters only, another for each test. */
    String family() {
        return "Br"
                + mark.chars()
                        .map(c -> 'a' + Character.digit(c, 16))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    /** Another day for each test: whoever shares a birth date and a name is a doubtful match. */
    LocalDate born() {
        return LocalDate.of(1950, 1, 1).plusDays(Integer.parseUnsignedInt(mark.substring(0, 4), 16) % 18_000);
    }

    String about(String id, String claimLine) {
        return message(SENDER, id, claimLine);
    }

    /** A report that names its person, but neither a case by its number nor the day of the injury: a person must look. */
    String doubtful(String id) {
        return about(id, "").replaceFirst("OBX\\|3\\|[^\r]*\r", "");
    }

    String message(String sender, String id, String claimLine) {
        return "MSH|^~\\&|" + sender + "|HUB|AGENCY|20261101120000||ORU^R01|" + id + "|P|2.5.1\r"
                + "PID|1||4711^^^CITYHOSP^MR||" + family() + "^Wilma||"
                + born().format(DateTimeFormatter.BASIC_ISO_DATE) + "|F\r"
                + "OBR|1|||11506-3^Progress note^LN|||20260110093000\r"
                + "OBX|1|TX|11506-3^Note^LN|1|Seen today for a sprained left knee.||||||F\r"
                + claimLine
                + "OBX|3|TX|11506-3^Note^LN|3|Injury date: 2026-01-02||||||F\r"
                + "OBX|4|TX|11506-3^Note^LN|4|Body part: left knee||||||F\r"
                + "OBX|5|TX|11506-3^Note^LN|5|Work status: off work from 2026-01-10 through 2026-01-24||||||F\r";
    }

    String naming() {
        return "OBX|2|TX|11506-3^Note^LN|2|Claim no: " + claim + "||||||F\r";
    }

    void send(String message) throws Exception {
        try (MllpPeer peer = new MllpPeer(mllp)) {
            assertThat(peer.send(message)).contains("MSA|AA|");
        }
    }

    /** Waits until the report of this control id stands there. */
    Map<String, Object> await(String id, String state) {
        eventually(
                () -> fixture.reports(id).stream().anyMatch(report -> state.equals(report.get("state"))),
                "report to be " + state,
                () -> fixture.reports(id).stream()
                        .map(report ->
                                report.get("state") + ", " + report.get("reason_code") + ", " + report.get("reason"))
                        .toList()
                        .toString());
        return fixture.reports(id).getFirst();
    }

    void eventually(BooleanSupplier done, String what, java.util.function.Supplier<String> stands) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!settled(done)) {
            if (Instant.now().isAfter(until)) {
                fail("Waited in vain for " + what + "; it stands: " + stands.get());
            }
            pause(50);
        }
    }

    private static boolean settled(BooleanSupplier done) {
        try {
            return done.getAsBoolean();
        } catch (DataAccessException e) {
            // the test may have broken its own connection
            return false;
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static ReportId id(Map<String, Object> report) {
        return new ReportId((UUID) Objects.requireNonNull(report.get("id")));
    }

    List<String> steps(ReportId report) {
        return jdbc.sql("select step from report_step where report = ? order by at")
                .param(report.value())
                .query(String.class)
                .list();
    }

    List<Map<String, Object>> filed(ReportId report) {
        return caseStore
                .sql("select * from casestore.filed_record where report_id = ?")
                .param(report.value())
                .query()
                .listOfRows();
    }

    String state(String route) {
        return routes.routes().stream()
                .filter(one -> one.id().equals(route))
                .findFirst()
                .orElseThrow()
                .state();
    }

    static void asOwner(String database, String sql) {
        as(database, database.equals("hub") ? "owner" : "case-store-owner", sql);
    }

    static void as(String database, String login, String sql) {
        new JdbcTemplate(source(database, login)).execute(sql);
    }

    static Connection connect(String database, String login) throws SQLException {
        return source(database, login).getConnection();
    }

    /** @param login as in the settings: {@code pipeline}, {@code owner} … */
    private static DriverManagerDataSource source(String database, String login) {
        Map<String, Object> settings = TestDatabase.get().properties();
        return new DriverManagerDataSource(
                TestDatabase.get().url(database),
                String.valueOf(settings.get("caseward.database." + login + ".user")),
                String.valueOf(settings.get("caseward.database." + login + ".password")));
    }
}
