/**
 * The provider directory: who may send on which channel, and by which certificate, key, address, client id or number they are known. Receiving itself stays outside; what is
 * changed here, {@link org.caseward.intake.Connections} sees within seconds.
 */
@NullMarked
package org.caseward.intake.directory;

import org.jspecify.annotations.NullMarked;
