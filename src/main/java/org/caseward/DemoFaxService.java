package org.caseward;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.caseward.demo.DemoSetup;
import org.caseward.intake.Connections;
import org.caseward.report.Channel;
import org.caseward.setup.Secrets;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service that may call the demo's fax webhook, by a password of its own; its pages come with the call or from this machine. */
final class DemoFaxService {
    private static final String PROFILE = "documo";
    private static final String USER = "fax-service";

    private final Secrets secrets;

    DemoFaxService(Secrets secrets) {
        this.secrets = secrets;
    }

    void fill(ApplicationContext hub) {
        hub.getBean(JdbcClient.class)
                .sql(
                        "update connection set settings = jsonb_build_object('profile', ?, 'hosts', '127.0.0.1,localhost') where id = ?")
                .params(PROFILE, DemoSetup.FAX_SERVICE)
                .update();
        Connections connections = hub.getBean(Connections.class);
        connections.refresh();
        connections
                .find(Channel.FAX, DemoSetup.FAX_SERVICE_ADDRESS)
                .ifPresent(service -> connections.keepSecret(service, password().getBytes(StandardCharsets.UTF_8)));
    }

    /** @return {@code url}, {@code profile} and {@code secret}, for {@code documo} its {@code user:password} */
    Map<String, Object> endpoint(String base) {
        return Map.of("url", base + "/webhooks/fax/" + DemoSetup.FAX_SERVICE, "profile", PROFILE, "secret", password());
    }

    private String password() {
        return USER + ":" + secrets.get("fax-service");
    }
}
