/**
 * Acts as the outside world of the demo: fictional people, cases and providers, who send over the real channels. It may use the hub only as an outsider can.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {"report", "setup"})
package org.caseward.demo;
