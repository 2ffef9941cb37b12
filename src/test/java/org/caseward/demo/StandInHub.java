package org.caseward.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.demo.samples.Expected;
import org.caseward.demo.samples.Sample;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the contract's protocols like a hub, and ends every known delivery as it is told to. */
final class StandInHub implements AutoCloseable {
    private static final Expected NOBODYS = new Expected("none", Optional.empty(), true, 0, "AR");

    private final HttpServer http;
    private final ServerSocket mllp;
    private final Path spool;
    private final Map<String, Expected> ends;
    private final Map<String, Map<String, Object>> reports = new ConcurrentHashMap<>();
    private final AtomicInteger receipts = new AtomicInteger();
    final AtomicInteger deliveries = new AtomicInteger();

    /** @param twist what this hub does otherwise than the manifest says */
    StandInHub(Path spool, List<Sample> samples, UnaryOperator<Expected> twist) throws IOException {
        this.spool = Files.createDirectories(spool);
        ends = samples.stream()
                .collect(Collectors.toMap(
                        s -> s.controlId() + s.sha256(), s -> twist.apply(s.expected()), (first, again) -> first));
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/token", x -> answer(x, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
        http.createContext("/api/cases", x -> {
            long rows = new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .count();
            answer(x, 200, "{\"accepted\":" + rows + ",\"rejected\":0,\"errors\":[]}");
        });
        http.createContext("/api/reports", this::list);
        http.createContext("/fhir", x -> {
            byte[] body = x.getRequestBody().readAllBytes();
            String code = took(body, controlId(body)).answer();
            answer(x, code.equals("4xx") ? 422 : Integer.parseInt(code), "{}");
        });
        StandInPortal.open(http, (file, uploadId) -> took(file, uploadId).answer());
        http.start();
        mllp = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
        Thread.ofVirtual().start(this::sweep);
    }

    EndpointsView endpoints() {
        return EndpointsView.parse(json());
    }

    String json() {
        String base = "http://127.0.0.1:" + http.getAddress().getPort();
        return """
                {"pid": 1, "ui": "%s", "api": "%s/api", "fhir": "%s/fhir", "token": "%s/token",
                 "apiClient": {"clientId": "demo", "clientSecret": "s"},
                 "mllp": {"host": "127.0.0.1", "port": %d}, "faxSpool": {"dir": "%s"},
                 "portal": {"url": "%s/portal", "account": "desk", "password": "p"}}
                """.formatted(base, base, base, base, mllp.getLocalPort(), spool, base);
    }

    private Expected took(byte[] bytes, String controlId) {
        deliveries.incrementAndGet();
        String sha256 = sha256(bytes);
        Expected end = ends.getOrDefault(controlId + sha256, ends.getOrDefault(sha256, NOBODYS));
        if (end.isKept()) {
            reports.computeIfAbsent(controlId + sha256, key -> report(controlId, sha256, end));
        }
        return end;
    }

    private Map<String, Object> report(String controlId, String sha256, Expected end) {
        Map<String, Object> match = new LinkedHashMap<>();
        end.caseNumber().ifPresent(number -> match.put("caseNumber", number));
        return Map.of(
                "reportId", sha256,
                "receipt", "R-" + receipts.incrementAndGet(),
                "state", end.state(),
                "controlId", controlId,
                "sha256", sha256,
                "match", match);
    }

    private void list(HttpExchange x) throws IOException {
        String query = x.getRequestURI().getQuery();
        var items = reports.values().stream()
                .filter(r -> query.contains("controlId=")
                        ? query.endsWith("controlId=" + r.get("controlId"))
                        : query.contains("state=" + r.get("state")))
                .toList();
        answer(x, 200, JsonMapper.shared().writeValueAsString(Map.of("items", items)));
    }

    private void listen() {
        while (!mllp.isClosed()) {
            try (Socket socket = mllp.accept()) {
                talk(socket);
            } catch (IOException e) {
                // the test closed it
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        if (in.read() != 0x0b) {
            return;
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int b = in.read(); b != 0x1c && b >= 0; b = in.read()) {
            read.write(b);
        }
        String[] header = read.toString(StandardCharsets.UTF_8).split("\r")[0].split("\\|");
        String code = took(read.toByteArray(), header.length > 9 ? header[9] : "garbage")
                .answer();
        socket.getOutputStream()
                .write(("\u000bMSH|^~\\&|\rMSA|" + code + "|1\r\u001c\r").getBytes(StandardCharsets.UTF_8));
    }

    private void sweep() {
        while (!mllp.isClosed()) {
            try (Stream<Path> files = Files.list(spool)) {
                for (Path sidecar :
                        files.filter(f -> f.toString().endsWith(".json")).toList()) {
                    take(sidecar);
                }
                Thread.sleep(20);
            } catch (IOException | InterruptedException e) {
                return;
            }
        }
    }

    private void take(Path sidecar) throws IOException {
        String id = JsonMapper.shared()
                .readTree(Files.readString(sidecar))
                .path("id")
                .asString();
        Path tif = spool.resolve(id + ".tif");
        Path pages = Files.exists(tif) ? tif : spool.resolve(id + ".pdf");
        took(Files.readAllBytes(pages), id);
        Path done = Files.createDirectories(spool.resolve("done"));
        Files.move(pages, done.resolve(pages.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Files.move(sidecar, done.resolve(sidecar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String controlId(byte[] json) {
        try {
            var root = JsonMapper.shared().readTree(json);
            String master = root.path("masterIdentifier").path("value").asString("");
            String named =
                    master.isEmpty() ? root.path("identifier").path("value").asString("") : master;
            String first = named.isEmpty()
                    ? root.path("identifier").path(0).path("value").asString("")
                    : named;
            return first.isEmpty()
                    ? root.path("parameter")
                            .path(0)
                            .path("valueIdentifier")
                            .path("value")
                            .asString("")
                    : first;
        } catch (tools.jackson.core.JacksonException e) {
            return "";
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange x, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        x.getRequestBody().readAllBytes();
        x.sendResponseHeaders(status, body.length);
        x.getResponseBody().write(body);
        x.close();
    }

    @Override
    public void close() throws IOException {
        mllp.close();
        http.stop(0);
    }
}
