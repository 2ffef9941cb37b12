package org.caseward.matching.scoring;

/** What a {@link Model} sets beside its weights. */
public enum Setting {
    /** The share of reports whose patient is a person we know. */
    KNOWN(0.95),
    /** Of the reports on a person we know: the share on one of their open cases. */
    OPEN(0.94),
    /** … on a closed case. */
    RECURRENCE(0.02),
    /** … on an injury of which we have no case. */
    NEW_INJURY(0.04),
    /** Of the reports on people we do not know: the share on a relative of somebody we know, of the same family name and household. */
    RELATED(0.05),
    /** How often such a relative has the very same birth date (a twin). */
    TWIN(0.05),
    /** How often such a relative has the very same given name (Jr and Sr). */
    NAMESAKE(0.05),
    /** In bits: the most that family name, phone and address together may say. */
    HOUSEHOLD_CAP(18),
    /** No name is taken for rarer than this share of the people. */
    RAREST(0.00005),
    /** The part of the doubt that no weight knows of: a posterior never says more than 1 minus this. */
    RESIDUAL(0.00001);

    private final double otherwise;

    Setting(double otherwise) {
        this.otherwise = otherwise;
    }

    /** The value of a model that does not set it. */
    double otherwise() {
        return otherwise;
    }
}
