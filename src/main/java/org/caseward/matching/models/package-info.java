/**
 * Which model of matching is active, which there are, and what each of them was. A model's weights are made elsewhere; nothing of a person enters.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("models")
package org.caseward.matching.models;
