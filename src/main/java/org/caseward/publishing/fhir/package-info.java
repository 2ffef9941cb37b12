/**
 * A filed report as FHIR R4: one Bundle made of nothing but what is kept of it, the same for the same record, byte for byte. Nothing is looked up or decided here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("fhir")
package org.caseward.publishing.fhir;
