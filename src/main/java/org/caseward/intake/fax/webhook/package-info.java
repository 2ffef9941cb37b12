/**
 * Fax services that call us over HTTPS. Each is a profile in {@code routes/fax-services}; a call counts only where its signature or password and its time do, and its media is
 * fetched only from hosts that the directory names.
 */
@NullMarked
package org.caseward.intake.fax.webhook;

import org.jspecify.annotations.NullMarked;
