/**
 * Faxes, whatever door they come by, become one shape and then receipts.
 * The caller's number is a hint and never an identity; no page is looked at here.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.intake.fax;
