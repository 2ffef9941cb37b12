/**
 * Estimates how often fields agree where report and case belong together and where they do not, from pairs of which nobody said which is which. It activates nothing: a model is
 * a value, and who may use it is decided elsewhere.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("learning")
package org.caseward.matching.learning;
