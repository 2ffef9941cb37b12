/**
 * Listens to events of views and acts and appends them to a chained log. Nothing here can change or delete an entry.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"report", "security"})
package org.caseward.audit;
