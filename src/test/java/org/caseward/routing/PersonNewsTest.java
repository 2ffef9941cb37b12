package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.caseward.casefile.PersonMerges;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** ADT changes the people of the case file only where its source is set as authoritative for that; a merge waits for a person whoever sends it. */
class PersonNewsTest extends WholeWay {
    private static final String PERSONNEL = "HR|CITY";

    @Autowired
    PersonMerges merges;

    @BeforeEach
    void aPersonnelOffice() {
        jdbc.sql("insert into provider (id, name) values ('city-personnel', 'City Personnel') on conflict do nothing")
                .update();
        jdbc.sql(
                        "insert into sender (connection, key, provider) values ('mllp-main', ?, 'city-personnel') on conflict do nothing")
                .param(PERSONNEL)
                .update();
        set("{\"adtSource\": \"city-personnel\", \"adtPerson\": \"PN.CITY\"}");
    }

    @AfterEach
    void nobodyIsAuthoritative() {
        set("{}");
    }

    private void set(String settings) {
        jdbc.sql("update connection set settings = ?::jsonb where id = 'mllp-main'")
                .param(settings)
                .update();
        connections.refresh();
    }

    @Test
    void theAuthoritativeSourceChangesANameWithItsMatchKeysAndTheMessageStandsOnNoCase() throws Exception {
        long keys = keys();
        send(adt(
                PERSONNEL,
                "A31",
                controlId,
                "20261102080000",
                "Newname",
                born().toString().replace("-", "")));
        assertThat(await(controlId, "rejected").get("reason_code")).isEqualTo("person-news");
        assertThat(person()).containsEntry("family", "Newname");
        assertThat(String.valueOf(person().get("former_family"))).contains(family());
        assertThat(keys()).isGreaterThan(keys);
        assertThat(jdbc.sql("select detail from audit_entry where act = 'person-changed' and subject = ?")
                        .param(PROGRAM + "/person/P-" + mark)
                        .query(String.class)
                        .list())
                .containsExactly("by message " + controlId);
    }

    @Test
    void anyOtherSendersAdtChangesNothingThatMatchingUses() throws Exception {
        Map<String, Object> before = person();
        send(adt(SENDER, "A31", controlId, "20261102080000", "Newname", "19010101"));
        await(controlId, "in_review");
        send(adt(
                SENDER,
                "A08",
                controlId + "2",
                "20261103080000",
                "Newname",
                born().toString().replace("-", "")));
        await(controlId + "2", "in_review");
        assertThat(person()).isEqualTo(before);
        set("{\"adtSource\": \"city-personnel\"}");
        send(adt(
                PERSONNEL,
                "A31",
                controlId + "3",
                "20261104080000",
                "Newname",
                born().toString().replace("-", "")));
        await(controlId + "3", "in_review");
        assertThat(person()).isEqualTo(before);
    }

    @Test
    void olderNewsThatComeLateDoNotPutBackWhatIsNewerAndSomebodyElsesNameIsAskedAbout() throws Exception {
        String birth = born().toString().replace("-", "");
        send(adt(PERSONNEL, "A08", controlId, "20261105080000", "Newest", birth));
        await(controlId, "rejected");
        send(adt(PERSONNEL, "A08", controlId + "2", "20261103080000", "Older", birth));
        await(controlId + "2", "rejected");
        assertThat(person()).containsEntry("family", "Newest");
        send(adt(PERSONNEL, "A08", controlId + "3", "20261106080000", "Someone", "19010101"));
        assertThat(await(controlId + "3", "in_review").get("reason"))
                .asString()
                .contains("another name and birth date");
        assertThat(person()).containsEntry("family", "Newest");
    }

    @Test
    void aMergeWaitsForAPersonAndCanBeUndone() throws Exception {
        Object before = person();
        String goes = "G-" + mark;
        assertThat(feed.read(
                                org.caseward.casefile.Feeds.of("""
                {"program": "%s", "caseNumber": "G-%s", "status": "open", "opened": "2026-02-05", "person": {"id": "%s", "family": "Gone%s", "given": "Wilma"}}""".formatted(PROGRAM, mark, goes, family())),
                                org.caseward.casefile.FeedFormat.NDJSON,
                                java.util.Set.of(PROGRAM),
                                "test")
                        .accepted())
                .isOne();
        String merge =
                adt(PERSONNEL, "A40", controlId, "20261102080000", family(), "") + "MRG|" + goes + "^^^CITY^PN\r";
        send(merge);
        assertThat(await(controlId, "in_review").get("reason")).asString().contains("a supervisor of the program");
        send(merge.replace(PERSONNEL, SENDER).replace(controlId, controlId + "2"));
        assertThat(await(controlId + "2", "in_review").get("reason")).asString().contains("merges two patient records");
        assertThat(person()).isEqualTo(before);
        List<java.util.UUID> proposed = jdbc.sql(
                        "select id from person_merge where program = ? and merged = ? and state = 'proposed'")
                .params(PROGRAM, goes)
                .query(java.util.UUID.class)
                .list();
        assertThat(proposed).hasSize(1);
        merges.confirm(PROGRAM, proposed.getFirst(), "one person", "sue");
        assertThat(holder("G-" + mark)).isEqualTo("P-" + mark);
        // news of who went into the other are that one's to keep, and do not bring the person back
        send(adt(PERSONNEL, "A08", controlId + "3", "20261107080000", "Gone" + family(), "")
                .replace("P-" + mark, goes));
        await(controlId + "3", "rejected");
        assertThat(holder("G-" + mark)).isEqualTo("P-" + mark);
        merges.undo(PROGRAM, proposed.getFirst(), "two people after all", "sue");
        assertThat(holder("G-" + mark)).isEqualTo(goes);
    }

    private String holder(String number) {
        return jdbc.sql("select person_id from case_file where program = ? and case_number = ?")
                .params(PROGRAM, number)
                .query(String.class)
                .single();
    }

    private Map<String, Object> person() {
        return jdbc.sql("""
                        select family, given, birth_date, former_family::text as former_family, ssn_last4, address::text as address
                        from person where program = ? and id = ?""").params(PROGRAM, "P-" + mark).query().singleRow();
    }

    private long keys() {
        return jdbc.sql("select count(*) from match_key where program = ? and person_id = ?")
                .params(PROGRAM, "P-" + mark)
                .query(Long.class)
                .single();
    }

    private String adt(String sender, String event, String id, String at, String family, String birth) {
        return "MSH|^~\\&|" + sender + "|HUB|AGENCY|20261108120000||ADT^" + event + "|" + id + "|P|2.5.1\r"
                + "EVN|" + event + "|" + at + "\r"
                + "PID|1||P-" + mark + "^^^CITY^PN~4711^^^CITYHOSP^MR||" + family + "^Wilma||" + birth + "|F\r";
    }
}
