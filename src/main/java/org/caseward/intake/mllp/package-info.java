/**
 * What HL7 v2 messages need before they are acknowledged: taken apart where several came, their header scanned, their sender and its certificate checked, the answer written.
 * No message is parsed here, and no socket is known.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.intake.mllp;
