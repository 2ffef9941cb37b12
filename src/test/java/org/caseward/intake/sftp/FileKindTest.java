package org.caseward.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a.bin;  %PDF-1.7;                                                        application/pdf;            DOCUMENTS
            a.pdf;  nothing that looks like one;                                     application/pdf;            DOCUMENTS
            a.hl7;  MSH|^~\\&|A|B;                                                   x-application/hl7-v2+er7;   STRUCTURED
            a.txt;  MSH|^~\\&|A|B;                                                   x-application/hl7-v2+er7;   STRUCTURED
            a.dat;  FHS|^~\\&|A|B;                                                   x-application/hl7-v2+er7;   STRUCTURED
            a.hl7;  MSH|^~\\&|A|B OBX|1|ED|x;                                        x-application/hl7-v2+er7;   DOCUMENTS
            a.json; {"resourceType": "Bundle"};                                      application/fhir+json;      STRUCTURED
            a.json; {"resourceType": "Binary", "data": "QQ=="};                      application/fhir+json;      DOCUMENTS
            a;      <Bundle xmlns="http://hl7.org/fhir"/>;                           application/fhir+xml;       STRUCTURED
            a.xml;  <?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3">;  text/xml;                   DOCUMENTS
            a.TIFF; nothing that looks like one;                                     image/tiff;                 DOCUMENTS
            a.jpeg; nothing that looks like one;                                     image/jpeg;                 DOCUMENTS
            a.txt;  plain words;                                                     text/plain;                 DOCUMENTS
            a.exe;  MZ;                                                              application/octet-stream;   DOCUMENTS
            noname; whatever;                                                        application/octet-stream;   DOCUMENTS
            """)
    void theBytesSayWhatAFileIsAndElseItsName(String name, String content, String type, String lane) {
        FileKind kind = FileKind.of(name, content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(kind.mediaType()).isEqualTo(type);
        assertThat(kind.lane().name()).isEqualTo(lane);
    }

    @ParameterizedTest
    @CsvSource({"a.part,true", "a.FILEPART,true", "a.tmp,true", ".a.pdf,true", "a~,true", "a.pdf,false", "part,false"})
    void aTemporaryNameDoesNotCount(String name, boolean temporary) {
        assertThat(TemporaryNames.is(name)).isEqualTo(temporary);
    }
}
