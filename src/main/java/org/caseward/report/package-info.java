/**
 * The vocabulary of the whole house: ids, states, fields with their evidence, document types, refusals and events. No room's own logic, no database and no library of a channel may enter.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Vocabulary",
        allowedDependencies = {})
package org.caseward.report;
