package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.caseward.testing.MllpPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of message types and characters on their whole way. */
class MllpWholeWayTest extends WholeWay {
    /** None of them is filed without a person: nothing here names a case or the day of its injury. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADT^A01", "ADT^A08", "ORM^O01", "OML^O21", "OMG^O19", "REF^I12", "SIU^S12", "DFT^P03", "MDM^T01",
                "MDM^T02", "MDM^T03", "MDM^T05", "MDM^T07", "ORU^R30", "ZZZ^Z01", "ACK", "QRY^A19"
            })
    void everyTypeIsKeptAndWaitsForAPersonWithAReason(String type) throws Exception {
        send(doubtful(controlId).replace("ORU^R01", type).replace("\rOBR", "\rZZZ|kept|as it came\rOBR"));
        Map<String, Object> report = await(controlId, "in_review");
        assertThat(String.valueOf(report.get("reason"))).isNotBlank().isNotEqualTo("null");
    }

    @Test
    void aTypeThatNobodyMappedWaitsForAPersonHoweverWellItMatches() throws Exception {
        send(about(controlId, naming()).replace("ORU^R01", "ZZZ^Z01"));
        assertThat(await(controlId, "in_review").get("reason")).asString().contains("kind of message");
    }

    @Test
    void anOrderThatProvesItsCaseIsFiledLikeAResult() throws Exception {
        send(about(controlId, naming()).replace("ORU^R01", "OML^O21"));
        await(controlId, "filed");
    }

    /** HL7 table 0211. */
    @ParameterizedTest
    @CsvSource({
        "'',             UTF-8,        Müller-Gómez",
        "UNICODE UTF-8,  UTF-8,        Müller-Ōtani",
        "8859/1,         ISO-8859-1,   Müller-Gómez",
        "8859/2,         ISO-8859-2,   Dvořák-Łęcka",
        "8859/5,         ISO-8859-5,   Иванов",
        "8859/9,         ISO-8859-9,   Yıldız-Şahin",
        "8859/15,        ISO-8859-15,  Bœuf-Müller",
        "ASCII,          US-ASCII,     Mueller",
        "UNICODE,        UTF-8,        Müller-Ōtani",
        "'',             ISO-8859-1,   Müller-Gómez"
    })
    void namesArriveRightInWhateverCharactersTheyWereSent(String told, String charset, String name) throws Exception {
        String message = doubtful(controlId).replace(family(), name).replace("|2.5.1\r", "|2.5.1||||||" + told + "\r");
        try (MllpPeer peer = new MllpPeer(mllp)) {
            peer.sendRaw(MllpPeer.framed(message.getBytes(Charset.forName(charset))));
            assertThat(peer.read()).contains("MSA|AA|");
        }
        await(controlId, "in_review");
        assertThat(jdbc.sql("select fields -> 'patient.family' ->> 'value' from report where control_id = ?")
                        .param(controlId)
                        .query(String.class)
                        .single())
                .isEqualToIgnoringCase(name);
    }

    @Test
    void aByteOrderMarkAndBrokenEncodingCharactersKeepNothingFromBeingRead() throws Exception {
        send(new String(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, StandardCharsets.UTF_8)
                + about(controlId, naming()));
        await(controlId, "filed");
        send(doubtful(controlId + "-2").replace("MSH|^~\\&|", "MSH|^|"));
        await(controlId + "-2", "in_review");
    }
}
