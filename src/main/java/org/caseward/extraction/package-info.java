/**
 * Received bytes become text, structure, page images and words with their places. Hostile input is opened in worker processes only; what a value means is not decided here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Extraction",
        allowedDependencies = {"report", "documents"})
package org.caseward.extraction;
