/** How fast messages become records, and how many public samples do. Its samples are fictional; what a message means is not decided here. */
@org.jspecify.annotations.NullMarked
package org.caseward.bench.meaning;
