/**
 * Measures the hub: each bench drives real parts of it and says in numbers how they fare, against aims where there are any. It may use every room; no room may use it.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.bench;
