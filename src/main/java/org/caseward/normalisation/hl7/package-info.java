/** HL7 v2 paths over HAPI's generic model. The paths themselves stand in mapping files. */
@org.jspecify.annotations.NullMarked
package org.caseward.normalisation.hl7;
