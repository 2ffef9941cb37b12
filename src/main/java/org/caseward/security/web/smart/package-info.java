/**
 * SMART Backend Services: FHIR clients prove themselves by a signed assertion and get tokens with scopes, here or from an outside issuer. What a token opens is decided at
 * the FHIR door; no client secret and nobody's role enters.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.security.web.smart;
