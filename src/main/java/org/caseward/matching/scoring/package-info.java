/**
 * Compares a report with people and cases, field by field, and weighs what it finds (Fellegi and Sunter, 1969). It decides nothing, asks no database and keeps nothing.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("scoring")
package org.caseward.matching.scoring;
