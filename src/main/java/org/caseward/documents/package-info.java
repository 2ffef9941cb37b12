/**
 * The content-addressed, encrypted store for raw messages and page images. It knows bytes and programs, never what a document says.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"report", "security"})
package org.caseward.documents;
