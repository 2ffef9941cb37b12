@org.jspecify.annotations.NullMarked
package org.caseward;
