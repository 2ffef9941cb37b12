/**
 * The SFTP client that fetches files from providers' servers: pinned host keys, one poller at a time, marks left behind after the receipt. No server is believed that its
 * connection does not name.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.intake.sftp.fetch;
