package org.caseward.report;

/** The field names of the vocabulary that code speaks of; type-specific ones are {@code <type>.<name>}. */
public final class FieldNames {
    public static final String FAMILY = "patient.family";
    public static final String GIVEN = "patient.given";
    public static final String MIDDLE = "patient.middle";
    public static final String SUFFIX = "patient.suffix";
    public static final String BIRTH_DATE = "patient.birthDate";
    public static final String SEX = "patient.sex";
    public static final String SSN_LAST4 = "patient.ssnLast4";
    public static final String EMPLOYEE_NUMBER = "patient.employeeNumber";
    public static final String MRN = "patient.mrn";
    public static final String PHONE = "patient.phone";
    public static final String ADDRESS = "patient.address";
    public static final String CLAIM_NUMBER = "claimNumber";
    public static final String INJURY_DATE = "injuryDate";
    public static final String EMPLOYER = "employer";
    public static final String UNIT = "unit";
    public static final String BODY_PART = "bodyPart";
    public static final String DIAGNOSIS = "diagnosis";
    public static final String PROVIDER_NAME = "provider.name";
    public static final String PROVIDER_NPI = "provider.npi";
    public static final String PROVIDER_LICENCE = "provider.licence";
    public static final String PROVIDER_PHONE = "provider.phone";
    public static final String PROVIDER_FAX = "provider.fax";
    public static final String PROVIDER_ORGANIZATION = "provider.organization";
    public static final String SERVICE_DATE = "serviceDate";
    public static final String PROCEDURE = "procedure";
    public static final String MEDICATION = "medication";
    public static final String OCCUPATION = "occupation";
    public static final String EMPLOYMENT_STATUS = "employmentStatus";
    public static final String WORK_STATUS = "workStatus";
    public static final String WORK_STATUS_FROM = "workStatus.from";
    public static final String WORK_STATUS_THROUGH = "workStatus.through";
    public static final String RESTRICTION = "restriction";
    public static final String MMI = "mmi";
    public static final String MMI_DATE = "mmiDate";
    public static final String FOLLOW_UP_DATE = "followUpDate";
    public static final String SIGNATURE_PRESENT = "signature.present";
    public static final String SIGNATURE_DATE = "signature.date";

    private FieldNames() {}
}
