/**
 * Wires channels, stages and publishers together with Camel; the only room that imports it. No business rule may enter.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Routing",
        allowedDependencies = {"report", "monitoring", "intake", "register"})
package org.caseward.routing;
