/** FHIRPath over R4 resources, references resolved inside what was received. */
@org.jspecify.annotations.NullMarked
package org.caseward.normalisation.fhir;
