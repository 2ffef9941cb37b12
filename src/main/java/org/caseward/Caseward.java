package org.caseward;

/** The launcher's entry. */
public final class Caseward {
    private Caseward() {}

    public static void main(String[] args) {
        System.out.println("caseward");
    }
}
