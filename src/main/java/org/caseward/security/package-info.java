/**
 * Who people and providers are, what they may see, and the keys that seal what we keep. No report is read or judged here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"report"})
package org.caseward.security;
