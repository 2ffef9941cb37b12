package org.caseward.demo;

import static org.caseward.demo.world.DemoWorld.CITY;
import static org.caseward.demo.world.DemoWorld.POLICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.DemoWorld;

/** What the demo's agencies have agreed with their providers, as rows for the hub's tables. */
public final class DemoSetup {
    public static final String MLLP_CONNECTION = "mllp-main";
    public static final String MLLPS_CONNECTION = "mllps-main";

    /** A name in the hospital's client certificate. */
    public static final String MLLPS_NAME = "hl7.city-hospital.example";

    public static final String FHIR_CONNECTION = "fhir-demo";
    public static final String FHIR_CLIENT = "demo-fhir";
    public static final String SFTP_CONNECTION = "sftp-drop";
    /** The clinic that drops files on the demo's SFTP server, and its user name there. */
    public static final String SFTP_USER = "city-hospital";
    /** Not only the JSON API: in the demo it may send over FHIR too. */
    public static final String API_CLIENT = "demo-api";

    private static final String API_CONNECTION = "fhir-demo-api";
    private static final int A_YEAR = 365 * 24 * 60;

    /** Fax numbers called, by what they serve. */
    public static final String FAX_POLICE = "+13125550190";

    public static final String FAX_CITY = "+13125550191";
    public static final String FAX_SHARED = "+13125550192";

    public static final String PORTAL_CONNECTION = "portal-police";
    /** Somebody at the first clinic's front desk. */
    public static final String PORTAL_ACCOUNT = "front-desk";

    /** The police program's mailbox. */
    public static final String MAILBOX = "reports@police.example";

    public static final String MAIL_CONNECTION = "mail-police";

    private final DemoWorld world;

    /** Of the demo's one world. */
    public static DemoSetup standard() {
        return new DemoSetup(DemoWorld.make());
    }

    public DemoSetup(DemoWorld world) {
        this.world = world;
    }

    public record Program(String code, String label) {}

    public record Provider(String id, String name, String npi, String phone, String fax) {}

    /**
     * @param channel {@code mllp}, {@code fhir}, {@code fax}
     * @param address the listener's name, the client id or the number called
     * @param silentAfter minutes without a delivery after which somebody should be told
     */
    public record Connection(String id, String channel, String address, List<String> programs, int silentAfter) {}

    /** @param key {@code MSH-3|MSH-4}, the client id or the fax number that calls */
    public record Sender(String connection, String key, String provider) {}

    public record Credential(String connection, String provider, String kind, String value) {}

    /** @param role as the contract writes it: {@code coordinator} … */
    public record User(String name, String password, String role, List<String> programs) {
        @Override
        public String toString() {
            return "User[" + name + ", " + role + "]";
        }
    }

    public List<Program> programs() {
        return List.of(new Program(POLICE, "Police medical section"), new Program(CITY, "City workers' compensation"));
    }

    public List<Provider> providers() {
        return world.clinics().stream()
                .map(c -> new Provider(c.id(), c.name(), c.npi(), c.phone(), c.fax()))
                .toList();
    }

    public List<Connection> connections() {
        return List.of(
                new Connection(MLLP_CONNECTION, "mllp", MLLP_CONNECTION, List.of(POLICE), 60),
                new Connection(MLLPS_CONNECTION, "mllp", MLLPS_CONNECTION, List.of(POLICE), 24 * 60),
                new Connection(FHIR_CONNECTION, "fhir", FHIR_CLIENT, List.of(POLICE), 24 * 60),
                new Connection(SFTP_CONNECTION, "sftp", "drop", List.of(POLICE), 24 * 60),
                new Connection(API_CONNECTION, "fhir", API_CLIENT, List.of(POLICE), A_YEAR),
                new Connection(PORTAL_CONNECTION, "portal", PORTAL_CONNECTION, List.of(POLICE), 7 * 24 * 60),
                new Connection("portal-city", "portal", "portal-city", List.of(CITY), 7 * 24 * 60),
                new Connection("fax-police", "fax", FAX_POLICE, List.of(POLICE), 24 * 60),
                new Connection("fax-city", "fax", FAX_CITY, List.of(CITY), 24 * 60),
                new Connection("fax-shared", "fax", FAX_SHARED, List.of(POLICE, CITY), 24 * 60),
                new Connection(MAIL_CONNECTION, "email", MAILBOX, List.of(POLICE), 24 * 60));
    }

    /** The address of a clinic that may mail. */
    public String mailingClinic() {
        return world.clinics().getFirst().mail();
    }

    public List<Sender> senders() {
        List<Sender> senders = new ArrayList<>();
        senders.add(new Sender(
                FHIR_CONNECTION, FHIR_CLIENT, world.clinics().getFirst().id()));
        senders.add(new Sender(SFTP_CONNECTION, SFTP_USER, SFTP_USER));
        senders.add(new Sender(
                API_CONNECTION, API_CLIENT, world.clinics().getFirst().id()));
        senders.add(new Sender(PORTAL_CONNECTION, portalProvider(), portalProvider()));
        for (Clinic clinic : world.clinics()) {
            senders.add(new Sender(MLLP_CONNECTION, clinic.mllpKey(), clinic.id()));
            senders.add(new Sender(MLLPS_CONNECTION, clinic.mllpKey(), clinic.id()));
            for (String line : List.of("fax-police", "fax-city", "fax-shared")) {
                senders.add(new Sender(line, clinic.faxE164(), clinic.id()));
            }
        }
        world.clinics().forEach(clinic -> senders.add(new Sender(MAIL_CONNECTION, clinic.mail(), clinic.id())));
        // whoever tries the demo's mailbox by hand writes from its own address
        senders.add(
                new Sender(MAIL_CONNECTION, MAILBOX, world.clinics().getFirst().id()));
        return List.copyOf(senders);
    }

    /** By what the demo's providers are known beyond the names they give themselves. */
    public List<Credential> credentials() {
        return List.of(
                new Credential(MLLPS_CONNECTION, world.clinics().getFirst().id(), "x509-san", MLLPS_NAME));
    }

    /** The provider whose front desk has an account at the portal. */
    public String portalProvider() {
        return world.clinics().getFirst().id();
    }

    /** @param password makes or remembers the password of a user name */
    public List<User> users(UnaryOperator<String> password) {
        Map<String, String> one = Map.of("ann", POLICE, "ben", POLICE, "carla", CITY, "dev", CITY);
        List<User> users = new ArrayList<>();
        one.keySet().stream()
                .sorted()
                .forEach(name -> users.add(user(name, "coordinator", password, one.getOrDefault(name, POLICE))));
        users.add(user("sofia", "senior_coordinator", password, POLICE));
        users.add(user("walt", "supervisor", password, CITY));
        users.add(user("trish", "triage", password, POLICE, CITY));
        users.add(user("ivan", "integration_engineer", password, POLICE, CITY));
        users.add(user("audrey", "auditor", password, POLICE, CITY));
        return List.copyOf(users);
    }

    private static User user(String name, String role, UnaryOperator<String> password, String... programs) {
        return new User(name, password.apply(name), role, List.of(programs));
    }
}
