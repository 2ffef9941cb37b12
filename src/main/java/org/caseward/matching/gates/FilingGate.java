package org.caseward.matching.gates;

import java.util.List;
import java.util.Optional;

/**
 * One condition of filing without a person.
 *
 * <p>A gate owes: an objection in words for a coordinator that name fields and never their content; no side effect; the same answer for the same placement.
 */
public interface FilingGate {
    /** All of them, in the order a coordinator reads them. */
    List<FilingGate> ALL = List.of(
            new ReportNotACopy(),
            new SourceOriginal(),
            new DocumentFileable(),
            new ReadingSure(),
            new ExactNumber(),
            new NameAgrees(),
            new BirthDateAgrees(),
            new TwoIdentities(),
            new InjuryEvidence(),
            new NoContradiction(),
            new OnePerson(),
            new OneIdentity(),
            new PagesNameThePerson(),
            new NoCloseSecond(),
            new SearchedWhole(),
            new CaseOpen(),
            new CaseUnambiguous(),
            new ProgramClaimed(),
            new SureEnough());

    /** The stable name that the JSON API shows. */
    String name();

    /** Why this report may not be filed without a person; empty where the gate has nothing against it. */
    Optional<String> objection(Placement placement);
}
