package org.caseward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.demo.Demo;
import org.caseward.demo.samples.Sample;
import org.caseward.demo.world.DemoWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo is killed in the middle (kill -9) and started again on the same data: what it had acknowledged arrives, once; and no line it prints tells of a person. */
class KilledDemoTest {
    /** A line of the table: sample, channel, … answer. */
    private static final Pattern ACKNOWLEDGED =
            Pattern.compile("^([MFX]\\d\\d)\\s.*\\s(AA|200|201|done)\\s+\\S+\\s+\\S+\\s+\\S.*$");

    private static final int ENOUGH = 25;

    @Test
    void whatWasAcknowledgedBeforeTheKillArrivesOnceAndNothingPrintedTellsOfAPerson(@TempDir Path data)
            throws Exception {
        int port = DemoProcess.freePorts();
        DemoProcess first = DemoProcess.start(data, port);
        first.await(Duration.ofSeconds(150), lines -> acknowledged(lines).size() >= ENOUGH);
        first.kill();
        Instant killed = Instant.now();
        Set<String> before = acknowledged(first.lines());

        DemoProcess second = DemoProcess.start(data, port);
        try {
            second.await(
                    Duration.ofSeconds(360),
                    lines -> lines.stream().anyMatch(line -> line.startsWith("Running until")));
            assertThat(second.lines()).anyMatch(line -> line.matches("All \\d+ samples ended where they should\\."));
            assertEachHasOneReceiptFromBefore(data, controlIds(before), killed);
        } finally {
            second.stop();
        }
        assertNobodyIsNamed(
                Stream.concat(first.lines().stream(), second.lines().stream()).collect(Collectors.joining("\n")));
    }

    private static Set<String> acknowledged(List<String> lines) {
        return lines.stream()
                .map(ACKNOWLEDGED::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> controlIds(Set<String> samples) {
        return Demo.samples(DemoWorld.make()).stream()
                .filter(sample -> samples.contains(sample.id()))
                .map(Sample::controlId)
                .distinct()
                .toList();
    }

    private static void assertEachHasOneReceiptFromBefore(Path data, List<String> controlIds, Instant killed)
            throws Exception {
        JsonNode hub = JsonMapper.shared()
                .readTree(Files.readString(data.resolve("endpoints.json")))
                .path("hub");
        assertThat(controlIds).hasSizeGreaterThan(ENOUGH / 2);
        try (Connection connection = DriverManager.getConnection(
                hub.path("jdbcUrl").asString(),
                hub.path("user").asString(),
                hub.path("password").asString())) {
            for (String controlId : controlIds) {
                assertThat(received(connection, controlId))
                        .as(controlId)
                        .singleElement()
                        .satisfies(at -> assertThat(at).isBefore(killed));
            }
        }
    }

    private static List<Instant> received(Connection connection, String controlId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select received_at from hub.receipt where control_id = ?")) {
            select.setString(1, controlId);
            ResultSet found = select.executeQuery();
            List<Instant> times = new java.util.ArrayList<>();
            while (found.next()) {
                times.add(found.getTimestamp(1).toInstant());
            }
            return times;
        }
    }

    private static void assertNobodyIsNamed(String printed) {
        assertThat(DemoWorld.make().personalStrings().filter(printed::contains)).isEmpty();
    }
}
