package org.caseward.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoWorldTest {
    private final DemoWorld world = DemoWorld.make();

    @Test
    void hasTwoThousandPeopleWithTwentySixHundredCases() {
        assertThat(new HashSet<>(world.people())).hasSize(2_000);
        assertThat(world.cases()).hasSize(2_600);
        assertThat(world.people().stream().map(Person::id)).doesNotHaveDuplicates();
        assertThat(world.people().stream().map(Person::employeeNumber)).doesNotHaveDuplicates();
        assertThat(world.cases().stream().map(OpenCase::caseNumber)).doesNotHaveDuplicates();
        assertThat(world.cases().stream().flatMap(c -> c.claimNumbers().stream()))
                .doesNotHaveDuplicates();
        assertThat(world.people()).allSatisfy(p -> assertThat(world.casesOf(p)).isNotEmpty());
        assertThat(world.people().stream().map(p -> world.casesOf(p).size())).contains(1, 2, 3);
    }

    @Test
    void isTheSameAtEveryStart() {
        assertThat(DemoWorld.make().casesNdjson()).isEqualTo(world.casesNdjson());
    }

    @Test
    void numbersItsCasesAsTheAgenciesDo() {
        assertThat(world.cases()).allSatisfy(c -> {
            assertThat(c.caseNumber())
                    .matches(c.program().equals(DemoWorld.POLICE) ? "IOD-2026-\\d{6}" : "CW-2026-\\d{5}");
            assertThat(c.claimNumbers()).allMatch(n -> n.matches("WC-\\d\\d-\\d{6}"));
        });
    }

    @Test
    void givesProvidersValidIdentifiersAndTelephonesThatRingNowhere() {
        assertThat(world.clinics()).hasSize(10).allSatisfy(clinic -> {
            assertThat(Npi.isValid(clinic.npi())).isTrue();
            assertThat(clinic.physicians()).isNotEmpty().allMatch(p -> Npi.isValid(p.npi()));
            assertThat(List.of(clinic.phone(), clinic.fax())).allMatch(n -> n.matches("\\(312\\) 555-01\\d\\d"));
        });
        assertThat(world.people()).allMatch(p -> p.phone().matches("\\(\\d{3}\\) 555-01\\d\\d"));
        assertThat(world.clinics().getFirst().mllpKey()).isEqualTo("LABSYS|CITYHOSP");
    }

    @Test
    void tellsAWrongCheckDigitOfAnIdentifier() {
        // the example that the check digit's own specification gives
        assertThat(Npi.isValid("1234567893")).isTrue();
        assertThat(Npi.isValid("1234567890")).isFalse();
    }

    @Test
    void hasPeopleWhoAreHardToTellApart() {
        List<Person> twins = world.twins().stream().map(OpenCase::person).toList();
        assertThat(twins.getFirst().birthDate()).isEqualTo(twins.getLast().birthDate());
        assertThat(twins.getFirst().address()).isEqualTo(twins.getLast().address());
        List<Person> pair =
                world.seniorAndJunior().stream().map(OpenCase::person).toList();
        assertThat(pair).extracting(p -> p.suffix().orElse("")).containsExactly("Sr", "Jr");
        assertThat(pair.getFirst().address()).isEqualTo(pair.getLast().address());
        List<Person> namesakes =
                world.namesakes().stream().map(OpenCase::person).toList();
        assertThat(namesakes.getFirst().family()).isEqualTo(namesakes.getLast().family());
        assertThat(namesakes.getFirst().birthDate())
                .isNotEqualTo(namesakes.getLast().birthDate());
    }

    @Test
    void writesCasesAsTheHubTakesThem() {
        List<String> lines = new String(world.casesNdjson(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(2_600);
        JsonNode line = JsonMapper.shared().readTree(lines.get(2));
        assertThat(line.path("program").asString()).isEqualTo("pd-medical");
        assertThat(line.path("person").path("suffix").asString()).isEqualTo("Sr");
        assertThat(line.path("person").path("birthDate").asString()).isEqualTo("1966-09-04");
        assertThat(line.path("claimNumbers").isArray()).isTrue();
    }
}
