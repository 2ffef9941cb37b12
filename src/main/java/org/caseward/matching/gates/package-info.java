/**
 * The named policies that must all agree before a report is filed without a person. A gate may only say no; none of them can be outvoted.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.matching.gates;
