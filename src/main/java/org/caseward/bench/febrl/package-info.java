/**
 * Finds the duplicates in public sets of person records (FEBRL 1 to 3) by the product's own search keys, comparisons and learning. The sets' truth is read for counting alone.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.bench.febrl;
