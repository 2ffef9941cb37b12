package org.caseward.bench.population;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.caseward.casefile.CaseProvider;
import org.caseward.casefile.PostalAddress;

/** Streets, telephones, workplaces and clinics, all fictional: which there are, and how often one is met. */
final class Town {
    private static final String[] STREETS =
            ("Alder,Ashgrove,Bancroft,Beech,Birchwood,Canal,Cedar,Chestnut,Church,Cottage,Cypress,Dock,Elm,Fairview,Foundry,Garden,Grove,Harbor,Hawthorn,Hickory,"
                            + "Highland,Jefferson,Juniper,Lake,Lakeshore,Laurel,Lincoln,Linden,Locust,Magnolia,Main,Maple,Meadow,Mill,Mulberry,Oak,Orchard,Park,Pine,"
                            + "Poplar,Prairie,Quarry,Railroad,Ridge,River,Rosewood,School,Spring,Spruce,State,Summit,Sunset,Sycamore,Union,Valley,Vine,Walnut,"
                            + "Washington,Water,Willow,Winding,1st,2nd,3rd,4th,5th,6th,7th,8th,9th,10th,11th,12th")
                    .split(",");
    private static final String[] KINDS = {"St", "St", "St", "Ave", "Ave", "Rd", "Dr", "Ln", "Blvd", "Ct"};
    private static final String[] TOWNS =
            ("Chicago:606,Chicago:606,Chicago:606,Chicago:606,Aurora:605,Joliet:604,Naperville:605,Rockford:611,Springfield:627,Elgin:601,Peoria:616,Waukegan:600,Cicero:608,"
                            + "Champaign:618,Bloomington:617,Decatur:625,Evanston:602,Bolingbrook:604,Schaumburg:601,Palatine:600,Skokie:600,Des Plaines:600,Orland Park:604")
                    .split(",");
    private static final String[] AREAS = "312 773 872 708 630 331 847 224 815 217 309".split(" ");
    private static final String[] FIRMS =
            ("Lakeside,Prairie,Midland,Harbor,Summit,Keystone,Pioneer,Northern,Riverbend,Cornerstone,Great Plains,Heartland,Bluff City,Fox Valley,Tri-County,Metro,Union,"
                            + "Central,Westgate,Eastgate")
                    .split(",");
    private static final String[] TRADES =
            ("Logistics,Foods,Manufacturing,Transit Authority,Police Department,Fire Department,School District,Hospital,Construction,Steel,Packaging,Distribution,Utilities,"
                            + "Freight,Cleaning Services,Staffing,Public Works,Nursing Home,Casting,Printing")
                    .split(",");
    private static final String[] FORMS = {"", " Inc", " LLC", " Co"};
    private static final String[] UNITS = "District,Station,Line,Plant,Shift,Depot,Ward,Unit".split(",");
    private static final int EMPLOYERS = FIRMS.length * TRADES.length;
    private static final int CLINICS = 3_000;
    private static final String[] CLINIC_KINDS =
            "Occupational Health,Orthopedics,Family Medicine,Physical Therapy,Spine Center,Urgent Care,Imaging,Rehabilitation"
                    .split(",");

    private final Vocabulary words;

    Town(Vocabulary words) {
        this.words = words;
    }

    PostalAddress home(RandomGenerator random) {
        String town = TOWNS[random.nextInt(TOWNS.length)];
        int colon = town.indexOf(':');
        String flat = random.nextInt(4) == 0 ? " Apt " + (1 + random.nextInt(60)) : "";
        return new PostalAddress(
                (1 + random.nextInt(9_800)) + " " + pick(STREETS, random) + " " + pick(KINDS, random) + flat,
                town.substring(0, colon),
                "IL",
                town.substring(colon + 1) + two(random.nextInt(60)));
    }

    String phone(RandomGenerator random) {
        return pick(AREAS, random) + (200 + random.nextInt(799)) + four(random.nextInt(10_000));
    }

    static String four(int number) {
        return Integer.toString(10_000 + number).substring(1);
    }

    private static String two(int number) {
        return Integer.toString(100 + number).substring(1);
    }

    /** A few employ many. */
    int employer(RandomGenerator random) {
        double at = random.nextDouble();
        return (int) (EMPLOYERS * at * at * at);
    }

    String employerName(int employer) {
        return FIRMS[employer % FIRMS.length] + " " + TRADES[(employer / FIRMS.length + employer) % TRADES.length]
                + FORMS[employer * 31 % FORMS.length];
    }

    /** Without {@code Inc}, shortened or in capitals: as others write it. */
    String employerAsWritten(int employer, RandomGenerator random) {
        String name = employerName(employer);
        return switch (random.nextInt(6)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.replaceAll(" (Inc|LLC|Co)$", "");
            case 2 -> name.replace("Department", "Dept").replace("Manufacturing", "Mfg");
            default -> name;
        };
    }

    String unit(int employer, RandomGenerator random) {
        return UNITS[employer % UNITS.length] + " " + (1 + random.nextInt(30));
    }

    /** A clinic is always the same by its number. */
    CaseProvider clinic(int number) {
        RandomGenerator random = Draws.of(0x5EED_C11CL, number);
        String name = words.families().pick(random) + " " + pick(CLINIC_KINDS, random);
        return new CaseProvider(name, "1" + (100_000_000 + number * 7L), "+1" + phone(random));
    }

    static int anyClinic(RandomGenerator random) {
        double at = random.nextDouble();
        return (int) (CLINICS * at * at);
    }

    private static String pick(String[] from, RandomGenerator random) {
        return from[random.nextInt(from.length)];
    }
}
