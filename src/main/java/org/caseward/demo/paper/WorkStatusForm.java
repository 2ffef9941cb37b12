package org.caseward.demo.paper;

import static org.caseward.demo.paper.WorkStatusReport.BIRTH_DATE;
import static org.caseward.demo.paper.WorkStatusReport.BODY_PART;
import static org.caseward.demo.paper.WorkStatusReport.CASE;
import static org.caseward.demo.paper.WorkStatusReport.CLAIM;
import static org.caseward.demo.paper.WorkStatusReport.EMPLOYEE;
import static org.caseward.demo.paper.WorkStatusReport.INJURED;
import static org.caseward.demo.paper.WorkStatusReport.NAME;
import static org.caseward.demo.paper.WorkStatusReport.SSN;

import java.util.List;

/** Prints a work status report the way three different offices do. */
public enum WorkStatusForm {
    /** A boxed form, two fields to a row. */
    BOXED {
        @Override
        void draw(Sheet s, WorkStatusReport r) {
            s.centred(64, 17, "WORK STATUS REPORT");
            s.text(
                    54,
                    84,
                    10,
                    r.clinic().name() + "    " + r.clinic().street() + ", "
                            + r.clinic().town());
            section(s, 100, "PART I  -  PATIENT AND CLAIM");
            rows(
                    s,
                    r,
                    116,
                    List.of(
                            List.of(NAME, BIRTH_DATE),
                            List.of(CLAIM, CASE),
                            List.of(INJURED, SSN),
                            List.of(EMPLOYEE, BODY_PART),
                            List.of("Employer")));
            section(s, 262, "PART II  -  FINDINGS OF THIS VISIT");
            rows(s, r, 278, List.of(List.of("Diagnosis", "Date of visit"), List.of("Work status")));
            s.box(54, 330, 504, 26, .8f);
            s.text(60, 347, 11, r.line("From") + "     " + r.line("Through"));
            rows(s, r, 356, List.of(List.of("Restrictions"), List.of("Follow-up")));
            section(s, 424, "PART III  -  PHYSICIAN");
            rows(s, r, 440, List.of(List.of("Physician", "NPI"), List.of("Phone", "Fax")));
            s.box(54, 492, 504, 46, .8f);
            signature(s, r, 522);
        }
    },
    /** A letterhead with one field to a line. */
    LETTER {
        @Override
        void draw(Sheet s, WorkStatusReport r) {
            letterhead(s, r);
            s.centred(138, 15, "WORK STATUS REPORT");
            float y = 172;
            for (String label : ONE_A_LINE) {
                s.text(72, y, 11.5f, r.line(label));
                y += 21;
            }
            s.text(72, y, 11.5f, r.line("From") + "  " + r.line("Through"));
            for (String label : List.of("Restrictions", "Follow-up", "Physician", "NPI", "Phone", "Fax")) {
                y += 21;
                s.text(72, y, 11.5f, r.line(label));
            }
            signature(s, r, y + 44);
        }
    },
    /** A half-page slip: rules instead of boxes, a heavy frame. */
    SLIP {
        @Override
        void draw(Sheet s, WorkStatusReport r) {
            s.box(45, 45, 522, 560, 2.2f);
            s.bold(60, 74, 14, r.clinic().name());
            s.bold(60, 100, 16, "WORK STATUS REPORT");
            s.line(45, 110, 567, 110, 2);
            float y = 134;
            for (String label : ONE_A_LINE) {
                s.text(60, y, 12, r.line(label));
                s.line(60, y + 7, 552, y + 7, .5f);
                y += 24;
            }
            s.text(60, y, 12, r.line("From") + "  " + r.line("Through"));
            s.text(60, y + 24, 12, r.line("Restrictions"));
            s.text(60, y + 48, 12, r.line("Follow-up"));
            s.text(60, y + 72, 12, r.line("Physician"));
            s.text(60, y + 96, 12, r.line("NPI"));
            signature(s, r, y + 140);
        }
    };

    private static final List<String> ONE_A_LINE = List.of(
            NAME,
            BIRTH_DATE,
            CLAIM,
            CASE,
            INJURED,
            SSN,
            EMPLOYEE,
            "Employer",
            BODY_PART,
            "Diagnosis",
            "Date of visit",
            "Work status");

    abstract void draw(Sheet sheet, WorkStatusReport report);

    /** The form as a PDF of one page with a text layer; the same bytes for the same report. */
    public byte[] pdf(WorkStatusReport report) {
        try (Sheet sheet = new Sheet()) {
            draw(sheet, report);
            return sheet.pdf();
        }
    }

    private static void letterhead(Sheet s, WorkStatusReport r) {
        s.bold(72, 66, 18, r.clinic().name());
        s.text(72, 84, 10, r.clinic().street() + ", " + r.clinic().town());
        s.line(72, 96, 540, 96, 1.5f).line(72, 99, 540, 99, .5f);
    }

    private static void section(Sheet s, float y, String title) {
        s.box(54, y, 504, 16, 1.4f);
        s.bold(60, y + 12, 10, title);
    }

    private static void rows(Sheet s, WorkStatusReport r, float top, List<List<String>> rows) {
        float y = top;
        for (List<String> row : rows) {
            float width = 504f / row.size();
            for (int i = 0; i < row.size(); i++) {
                s.box(54 + i * width, y, width, 26, .8f);
                s.text(60 + i * width, y + 17, 11, r.line(row.get(i)));
            }
            y += 26;
        }
    }

    private static void signature(Sheet s, WorkStatusReport r, float y) {
        s.text(66, y, 11, "Signature:");
        s.line(126, y + 3, 330, y + 3, .6f);
        s.squiggle(136, y, 150, r.signatureSeed());
        s.text(350, y, 11, r.line("Date"));
    }
}
