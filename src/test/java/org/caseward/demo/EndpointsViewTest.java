package org.caseward.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EndpointsViewTest {
    @Test
    void readsWhatTheContractNames() {
        EndpointsView view = EndpointsView.parse("""
                {"pid": 7, "ui": "http://127.0.0.1:8080/", "api": "http://127.0.0.1:8080/api/",
                 "fhir": "http://127.0.0.1:8080/fhir", "token": "http://127.0.0.1:8080/oauth2/token",
                 "apiClient": {"clientId": "demo-api", "clientSecret": "not to be shown"},
                 "mllp": {"host": "127.0.0.1", "port": 8082}, "faxSpool": {"dir": "/tmp/fax"},
                 "users": [], "broker": {"url": "tcp://127.0.0.1:1"}}
                """);

        assertThat(view.api()).hasToString("http://127.0.0.1:8080/api");
        assertThat(view.mllp()).contains(new EndpointsView.Mllp("127.0.0.1", 8082));
        assertThat(view.faxSpool()).contains(Path.of("/tmp/fax"));
        assertThat(view.toString()).doesNotContain("not to be shown");
    }

    @Test
    void leavesOutPartsThatAreNotBuilt() {
        EndpointsView view = EndpointsView.parse("{\"api\": \"http://127.0.0.1:8080\"}");

        assertThat(view.mllp()).isEmpty();
        assertThat(view.faxSpool()).isEmpty();
        assertThat(view.api()).hasToString("http://127.0.0.1:8080/api");
    }
}
