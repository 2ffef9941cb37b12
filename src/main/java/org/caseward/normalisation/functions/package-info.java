/** The closed list of named functions a mapping may use: text in, meaning out. Nothing here knows a format. */
@org.jspecify.annotations.NullMarked
package org.caseward.normalisation.functions;
