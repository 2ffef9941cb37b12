package org.caseward.demo.world;

import java.util.List;
import org.caseward.demo.world.Clinic.Physician;

/** The ten fictional providers. */
final class Clinics {
    private Clinics() {}

    static final List<Clinic> ALL = List.of(
            clinic(
                    0,
                    "city-hospital",
                    "City Hospital of Lake Harbor",
                    "LABSYS",
                    "CITYHOSP",
                    "400 Harborview Plaza",
                    doctor(0, "Maria", "Lopez", "MD"),
                    doctor(1, "Anil", "Deshpande", "MD")),
            clinic(
                    1,
                    "prairie-orthopedics",
                    "Prairie State Orthopedics",
                    "PSOEHR",
                    "PRAIRIEORTHO",
                    "1220 Bluestem Avenue",
                    doctor(2, "Susan", "Whitaker", "MD"),
                    doctor(3, "Tadeusz", "Baran", "DO")),
            clinic(
                    2,
                    "riverside-occupational",
                    "Riverside Occupational Health",
                    "OCCMED",
                    "RIVERSIDE",
                    "75 Mill Race Court",
                    doctor(4, "Grace", "Oyelaran", "MD"),
                    doctor(5, "Philip", "Castellan", "PA-C")),
            clinic(
                    3,
                    "lakefront-imaging",
                    "Lakefront Imaging Associates",
                    "RISONE",
                    "LAKEIMG",
                    "9 Lakeshore Court",
                    doctor(6, "Hana", "Kobayashi", "MD")),
            clinic(
                    4,
                    "north-river-family",
                    "North River Family Medicine",
                    "NRFM",
                    "NORTHRIVER",
                    "311 Heron Street",
                    doctor(7, "Joseph", "Marchbank", "MD"),
                    doctor(8, "Leila", "Aziz", "MD")),
            clinic(
                    5,
                    "tamarack-therapy",
                    "Tamarack Physical Therapy",
                    "REHABDESK",
                    "TAMARACK",
                    "58 Tamarack Road",
                    doctor(9, "Denis", "Fournier", "DPT")),
            clinic(
                    6,
                    "st-brendan",
                    "St. Brendan Medical Center",
                    "BRENDANHIS",
                    "STBRENDAN",
                    "2200 Cedar Crest Drive",
                    doctor(10, "Ifeoma", "Nwachukwu", "MD"),
                    doctor(11, "Carl", "Lindgren", "MD")),
            clinic(
                    7,
                    "fox-valley-spine",
                    "Fox Valley Spine and Neurology",
                    "FVSN",
                    "FOXVALLEY",
                    "640 Limestone Avenue",
                    doctor(12, "Rebecca", "Stern", "MD")),
            clinic(
                    8,
                    "harbor-urgent-care",
                    "Harbor Urgent Care",
                    "HUCARE",
                    "HARBORUC",
                    "17 Old Ferry Road",
                    doctor(13, "Miguel", "Santoro", "MD"),
                    doctor(14, "Paula", "Reinholt", "NP")),
            clinic(
                    9,
                    "illini-hand",
                    "Illini Hand and Upper Limb Center",
                    "IHULC",
                    "ILLINIHAND",
                    "803 Hawthorne Drive",
                    doctor(15, "Samuel", "Adelstein", "MD")));

    private static Clinic clinic(
            int n, String id, String name, String application, String facility, String street, Physician... staff) {
        return new Clinic(
                id,
                name,
                Npi.fictional(100 + n),
                "(312) 555-01%02d".formatted(10 + n),
                "(312) 555-01%02d".formatted(30 + n),
                application,
                facility,
                street,
                "Lake Harbor, IL 60699",
                List.of(staff));
    }

    private static Physician doctor(int n, String given, String family, String degree) {
        return new Physician(given, family, Npi.fictional(200 + n), degree);
    }
}
