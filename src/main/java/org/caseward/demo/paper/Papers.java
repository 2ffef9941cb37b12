package org.caseward.demo.paper;

import java.util.List;
import org.caseward.demo.world.Clinic;

/** Other pages that clinics send. */
public final class Papers {
    private Papers() {}

    /** A fax cover sheet that names nobody. */
    public static byte[] coverSheet(Clinic clinic, String to) {
        try (Sheet s = new Sheet()) {
            s.bold(72, 90, 30, "FAX");
            s.bold(72, 130, 18, "FAX COVER SHEET");
            s.line(72, 144, 540, 144, 2);
            List<String> lines = List.of(
                    "To: Medical records, " + to,
                    "From: " + clinic.name(),
                    "Our fax: " + clinic.fax(),
                    "Pages including cover: 1",
                    "Re: records as requested");
            float y = 180;
            for (String line : lines) {
                s.text(72, y, 13, line);
                y += 30;
            }
            s.box(72, 400, 468, 120, 1);
            s.bold(84, 424, 11, "CONFIDENTIALITY NOTICE");
            s.text(84, 446, 10, "The pages sent with this cover sheet may hold protected health information.");
            s.text(84, 462, 10, "If you are not the person named above, destroy them and call the sender.");
            return s.pdf();
        }
    }

    /** A typed note: a letterhead, a title and lines. */
    public static byte[] note(Clinic clinic, String title, List<String> lines) {
        try (Sheet s = new Sheet()) {
            s.bold(72, 66, 16, clinic.name());
            s.text(72, 82, 10, clinic.street() + ", " + clinic.town());
            s.line(72, 92, 540, 92, 1);
            s.centred(124, 14, title);
            float y = 156;
            for (String line : lines) {
                s.text(72, y, 11, line);
                y += 19;
            }
            return s.pdf();
        }
    }
}
