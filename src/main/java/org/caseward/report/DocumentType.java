package org.caseward.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of document the hub tells apart. {@link #code()} is the word used outside. */
public enum DocumentType {
    TX_DWC_073,
    FED_CA_16,
    FED_CA_17,
    FED_CA_20,
    CA_5021,
    CA_PR_2,
    CA_RFA,
    NY_CMS_1500,
    NY_C_4_3("ny-c-4.3"),
    WA_APF,
    FMLA_WH_380_E,
    RELEASE_AUTHORIZATION,
    RETURN_TO_WORK_NOTE,
    LIMITED_DUTY,
    FUNCTIONAL_CAPACITY,
    EXPOSURE,
    TREATMENT_REQUEST,
    REFERRAL,
    OPERATIVE_NOTE,
    IMAGING,
    LABORATORY,
    THERAPY_NOTE,
    PROGRESS_NOTE,
    DISCHARGE_SUMMARY,
    PSYCHOSOCIAL_ASSESSMENT,
    VOC_REHAB,
    BILL,
    RECORDS_REQUEST,
    TIMESHEET,
    TRANSCRIPT,
    COVER_SHEET,
    JUNK,
    UNKNOWN;

    private static final Map<String, DocumentType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DocumentType::code, Function.identity()));

    private final String code;

    DocumentType() {
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    DocumentType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<DocumentType> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
