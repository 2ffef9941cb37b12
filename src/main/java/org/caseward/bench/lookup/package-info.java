/**
 * Measures the search for candidates where it really happens: in a PostgreSQL of its own, fed as the hub is fed. Nothing of it stays.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.bench.lookup;
