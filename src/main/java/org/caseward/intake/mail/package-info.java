/**
 * E-mail becomes receipts: mailboxes are watched, a message is kept as it came, and what it holds is found in it again.
 * No report is read here and no Camel enters; what a message says is evidence, never an instruction.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.intake.mail;
