/**
 * Whether filing without a person deserves the trust put in it: what was filed so, what a blind second reader or a mover says against it, the bound on the error, and the
 * stop where it breaks its limit. No report is matched or moved here, and nothing of a person enters.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("watch")
package org.caseward.matching.watch;
