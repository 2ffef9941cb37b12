/**
 * Makes up people, their cases and the reports on them, by a seed, with the mix-ups of real life and the faults of real mail. The truth stays in here: what is measured sees
 * only what the hub would see.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.bench.population;
