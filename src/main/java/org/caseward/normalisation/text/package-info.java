/** Labelled text: words on pages or lines in messages, labels found in them, and the values that belong to them. */
@org.jspecify.annotations.NullMarked
package org.caseward.normalisation.text;
