package org.caseward.matching.scoring;

/** What is compared. {@link #words()} is what a coordinator reads. */
public enum Trait {
    FAMILY("family name"),
    GIVEN("given name"),
    MIDDLE("middle name"),
    SUFFIX("suffix"),
    BIRTH_DATE("birth date"),
    SEX("sex"),
    SSN("SSN last four"),
    EMPLOYEE_NUMBER("employee number"),
    PHONE("phone"),
    ADDRESS("address"),
    /** Not compared: what is taken off again because family name, phone and address are shared by a whole household. */
    HOUSEHOLD("household"),
    NUMBER("claim number"),
    INJURY_DATE("injury date"),
    BODY_PART("body part"),
    DIAGNOSIS("diagnosis"),
    EMPLOYER("employer"),
    UNIT("unit"),
    PROVIDER("provider");

    private final String words;

    Trait(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
