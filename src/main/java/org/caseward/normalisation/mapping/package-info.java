/** Mapping files: read, checked, compiled. Nothing here touches a report. */
@org.jspecify.annotations.NullMarked
package org.caseward.normalisation.mapping;
