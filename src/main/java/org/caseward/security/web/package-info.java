/**
 * The doors: which filter chain guards which addresses, sign-in, tokens, headers. What a person may see is decided in the room above and in the database.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.security.web;
