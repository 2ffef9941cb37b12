package org.caseward.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caseward.demo.samples.Delivery;
import org.caseward.demo.world.DemoWorld;
import org.junit.jupiter.api.Test;

class DemoSetupTest {
    private final DemoWorld world = DemoWorld.make();
    private final DemoSetup setup = new DemoSetup(world);

    @Test
    void knowsTheSenderThatTheContractNames() {
        assertThat(setup.senders())
                .contains(new DemoSetup.Sender("mllp-main", "LABSYS|CITYHOSP", "city-hospital"))
                .contains(new DemoSetup.Sender("fhir-demo", "demo-fhir", "city-hospital"));
        assertThat(setup.connections())
                .filteredOn(c -> c.id().equals("mllp-main"))
                .singleElement()
                .satisfies(c -> assertThat(c.programs()).containsExactly("pd-medical"));
    }

    @Test
    void refersOnlyToProvidersAndConnectionsThatExist() {
        List<String> providers =
                setup.providers().stream().map(DemoSetup.Provider::id).toList();
        List<String> connections =
                setup.connections().stream().map(DemoSetup.Connection::id).toList();

        assertThat(setup.senders()).allSatisfy(s -> {
            assertThat(providers).contains(s.provider());
            assertThat(connections).contains(s.connection());
        });
        assertThat(setup.senders()).doesNotHaveDuplicates();
    }

    @Test
    void givesEveryFaxOfTheDemoALineToArriveOn() {
        Set<String> lines = setup.connections().stream()
                .filter(c -> c.channel().equals("fax"))
                .map(DemoSetup.Connection::address)
                .collect(Collectors.toSet());

        assertThat(Demo.samples(world))
                .filteredOn(s -> s.delivery() instanceof Delivery.Fax)
                .allMatch(s -> s.delivery() instanceof Delivery.Fax fax
                        && lines.contains(fax.sidecar().to()));
    }

    @Test
    void hasSomebodyForEveryRole() {
        List<DemoSetup.User> users = setup.users(name -> "secret of " + name);

        assertThat(users)
                .extracting(DemoSetup.User::role)
                .contains(
                        "coordinator", "senior_coordinator", "supervisor", "triage", "integration_engineer", "auditor");
        assertThat(users).extracting(DemoSetup.User::name).doesNotHaveDuplicates();
        assertThat(users.toString()).doesNotContain("secret of");
    }
}
