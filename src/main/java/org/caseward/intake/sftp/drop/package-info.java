/**
 * The SFTP server where providers drop files: logins, each provider's own tree, quotas, and the answers laid beside. Only a file that its sender closed or renamed leaves here
 * as a delivery; what is half written never does.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.intake.sftp.drop;
