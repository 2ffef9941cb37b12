/**
 * The FHIR R4 endpoint: what a clinic's system hands in becomes a receipt, and it sees what became of it. Nothing of a case enters, and of no other sender's reports.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.intake.fhir;
