package org.caseward.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/** A portal's pages and its upload, as far as a clinic's script sees them. */
final class StandInPortal {
    private static final String FORM = "<input type=\"hidden\" name=\"_csrf\" value=\"t\"/>";

    private StandInPortal() {}

    /** @param taken gives the status for a file's bytes and its upload id */
    static void open(HttpServer http, BiFunction<byte[], String, String> taken) {
        http.createContext("/portal/send", x -> say(x, 200, FORM));
        http.createContext("/portal/signin", x -> {
            boolean posted = x.getRequestMethod().equals("POST");
            if (posted) {
                x.getResponseHeaders().add("Location", "/portal/send");
            }
            say(x, posted ? 302 : 200, FORM);
        });
        http.createContext("/portal/uploads", x -> {
            // one byte a character, so that the file's bytes stay as they are
            String body = new String(x.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            String status = taken.apply(file(body), field(body, "uploadId"));
            say(x, Integer.parseInt(status), "{\"receipts\":[{\"receipt\":\"R-1\"}]}");
        });
    }

    private static byte[] file(String body) {
        int from = body.indexOf("\r\n\r\n", body.indexOf("filename=")) + 4;
        return body.substring(from, body.lastIndexOf("\r\n--")).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String field(String body, String name) {
        int from = body.indexOf("\r\n\r\n", body.indexOf("name=\"" + name + '"')) + 4;
        return body.substring(from, body.indexOf("\r\n", from));
    }

    private static void say(HttpExchange x, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        x.getRequestBody().readAllBytes();
        x.sendResponseHeaders(status, body.length);
        x.getResponseBody().write(body);
        x.close();
    }
}
