package org.caseward.intake.fax.webhook;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /webhooks/fax/SERVICE}. A servlet of its own: the signature is over the bytes as they came, so nothing may read them before. */
@Configuration
class FaxWebhook {
    @Bean
    ServletRegistrationBean<Doorway> faxWebhookServlet(
            FaxWebhookDesk desk, JsonMapper json, @Value("${caseward.fax.largest:104857600}") int largest) {
        ServletRegistrationBean<Doorway> servlet =
                new ServletRegistrationBean<>(new Doorway(desk, json, largest), "/webhooks/fax/*");
        servlet.setName("fax-webhook");
        return servlet;
    }

    static final class Doorway extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient FaxWebhookDesk desk;
        private final transient JsonMapper json;
        private final int largest;

        Doorway(FaxWebhookDesk desk, JsonMapper json, int largest) {
            this.desk = desk;
            this.json = json;
            this.largest = largest;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] body = request.getInputStream().readNBytes(largest + 1);
            String path = request.getPathInfo();
            answer(
                    response,
                    body.length > largest
                            ? new FaxWebhookDesk.Told(
                                    413, "This call is larger than this hub takes, so nothing was kept.", null)
                            : desk.take(path == null ? "" : path.substring(1), request, body));
        }

        private void answer(HttpServletResponse response, FaxWebhookDesk.Told told) throws IOException {
            response.setStatus(told.status());
            response.setContentType("application/json");
            if (told.status() == 503) {
                response.setHeader("Retry-After", "30");
            }
            Map<String, Object> body = new TreeMap<>(Map.of("text", told.text()));
            if (told.receipt() != null) {
                response.setHeader("X-Receipt", told.receipt());
                body.put("receipt", told.receipt());
            }
            response.getOutputStream().write(json.writeValueAsBytes(body));
        }
    }
}
