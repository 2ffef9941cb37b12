/**
 * Clinical documents (CDA), read by a mapping's XPaths; every value with the place of the element or attribute that it stands in. What an element means stands in {@code mappings/cda}, never here;
 * bytes are not parsed here.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.normalisation.cda;
