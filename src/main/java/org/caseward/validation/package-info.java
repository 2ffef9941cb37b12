/**
 * FHIR resources held against the base definitions of R4 and the packages that the operator laid down, by one validator for the whole hub, beside the way of the reports. It
 * fetches nothing from anywhere, decides nothing, and hands on no value of what it looks at.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Validation",
        allowedDependencies = {"report"})
package org.caseward.validation;
