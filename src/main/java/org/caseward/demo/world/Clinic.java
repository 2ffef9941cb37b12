package org.caseward.demo.world;

import java.util.List;

/**
 * A fictional provider who sends reports.
 *
 * @param npi ten digits with a valid check digit; none of the demo's is a real one's by intent
 * @param phone and fax: {@code (312) 555-0101}
 * @param application MSH-3, {@code facility} MSH-4
 */
public record Clinic(
        String id,
        String name,
        String npi,
        String phone,
        String fax,
        String application,
        String facility,
        String street,
        String town,
        List<Physician> physicians) {
    public Clinic {
        physicians = List.copyOf(physicians);
    }

    public record Physician(String given, String family, String npi, String degree) {
        /** {@code Dr. Maria Lopez}. */
        public String name() {
            return "Dr. " + given + " " + family;
        }
    }

    /** The key a sender has at an MLLP listener. */
    public String mllpKey() {
        return application + "|" + facility;
    }

    /** The fax number in E.164: {@code +13125550101}. */
    public String faxE164() {
        return "+1" + fax.replaceAll("\\D", "");
    }

    /** The address its office mails from. */
    public String mail() {
        return "records@" + id + ".example";
    }
}
