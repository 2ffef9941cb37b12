/**
 * MLLP and MLLPS as Camel endpoints: sockets, TLS, frames and their limits. What a frame says is the desk's business; nothing of HL7 may enter.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.routing.mllp;
