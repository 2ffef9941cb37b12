/**
 * Compares a report with people and cases, field by field, and weighs what it finds (Fellegi and Sunter, 1969). It decides nothing.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.matching.scoring;
