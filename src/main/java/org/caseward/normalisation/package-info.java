/**
 * Applies the mappings: extracted content becomes named fields of one vocabulary. No field path of a format may stand in Java here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Normalisation",
        allowedDependencies = {"report", "extraction"})
package org.caseward.normalisation;
