/**
 * The benches of matching: they put made-up reports before the product's own matcher, in memory or in PostgreSQL, and count what it files where. What the truth is, it never sees.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.bench.matching;
