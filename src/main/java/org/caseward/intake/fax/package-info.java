/**
 * Faxes, by whichever of three doors they come: the spool folder of a fax server, a service's e-mail, a service's webhook; from here on they are the same. No page is looked
 * into before the receipt, and a caller's number is a hint, never an identity.
 */
@NullMarked
package org.caseward.intake.fax;

import org.jspecify.annotations.NullMarked;
