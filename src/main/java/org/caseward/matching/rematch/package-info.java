/**
 * Brings waiting reports back to matching when a case that may concern them comes or changes. It knows reports by hashed keys only, and never touches one that a person
 * has decided or has open.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("rematch")
package org.caseward.matching.rematch;
