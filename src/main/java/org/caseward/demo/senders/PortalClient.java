package org.caseward.demo.senders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clinic's front desk with a browser: signs in at the portal and uploads files, as the page's script does. */
public final class PortalClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI base;
    private final String account;
    private final String password;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String token = "";

    /** @param base the portal's address, ends with {@code /portal} */
    public PortalClient(URI base, String account, String password) {
        this.base = base;
        this.account = account;
        this.password = password;
    }

    /**
     * One file of a submission of its own; signs in where that has not been done yet.
     *
     * @param uploadId the same again is a retry
     */
    public Answer upload(String uploadId, String name, String mediaType, byte[] file)
            throws IOException, InterruptedException {
        if (token.isEmpty() && !signIn()) {
            return new Answer("401", "the portal does not know this account and password");
        }
        Answer answer = uploadSignedIn(uploadId, name, mediaType, file);
        if (answer.code().equals("401") || answer.code().equals("403")) {
            // the session may be over
            token = "";
            return signIn() ? uploadSignedIn(uploadId, name, mediaType, file) : answer;
        }
        return answer;
    }

    private Answer uploadSignedIn(String uploadId, String name, String mediaType, byte[] file)
            throws IOException, InterruptedException {
        // of the upload's own name, so that a retry belongs to the same submission
        UUID submission = UUID.nameUUIDFromBytes((account + '/' + uploadId).getBytes(StandardCharsets.UTF_8));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_csrf", token);
        fields.put("submission", submission.toString());
        fields.put("uploadId", uploadId);
        HttpResponse<String> response = post(fields, name, mediaType, file);
        return new Answer(String.valueOf(response.statusCode()), words(response));
    }

    private static String words(HttpResponse<String> response) {
        try {
            JsonNode body = JsonMapper.shared().readTree(response.body());
            return response.statusCode() < 300
                    ? body.path("receipts").path(0).path("receipt").asString("")
                    : body.path("detail").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private boolean signIn() throws IOException, InterruptedException {
        String form = "name=" + encoded(account) + "&password=" + encoded(password) + "&_csrf="
                + encoded(csrf(get("/signin").body()));
        HttpResponse<String> answer = http.send(
                request("/signin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/portal/send")) {
            return false;
        }
        token = csrf(get("/send").body());
        return true;
    }

    private static String csrf(String page) throws IOException {
        Matcher found = CSRF.matcher(page);
        if (!found.find()) {
            throw new IOException("The portal's page is not as expected");
        }
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Map<String, String> fields, String name, String mediaType, byte[] file)
            throws IOException, InterruptedException {
        String boundary = "caseward-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return http.send(
                request("/uploads")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Accept", "application/json, application/problem+json")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
