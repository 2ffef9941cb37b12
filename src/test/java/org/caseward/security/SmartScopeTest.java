package org.caseward.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmartScopeTest {
    @ParameterizedTest
    @CsvSource({
        "system/DocumentReference.c,   c, DocumentReference, true",
        "system/DocumentReference.rs,  c, DocumentReference, false",
        "system/DocumentReference.rs,  s, DocumentReference, true",
        "system/*.cruds,               c, Binary,            true",
        "system/*.read,                s, DocumentReference, true",
        "system/*.read,                c, DocumentReference, false",
        "system/Bundle.write,          c, Bundle,            true",
        "system/Bundle.*,              c, Bundle,            true",
        "system/Bundle.c,              c, Binary,            false"
    })
    void opensWhatItSays(String text, char act, String type, boolean opens) {
        assertThat(SmartScope.of(text).orElseThrow().allows(act, type)).isEqualTo(opens);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "patient/DocumentReference.rs",
                "user/*.cruds",
                "system/DocumentReference.",
                "system/DocumentReference.sc",
                "system/documentreference.c",
                "system/DocumentReference.rs?category=note"
            })
    void isNoneOfOurs(String text) {
        assertThat(SmartScope.of(text)).isEmpty();
    }
}
