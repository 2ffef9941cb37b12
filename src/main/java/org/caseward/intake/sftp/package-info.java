/**
 * SFTP, both ways: what a dropped and a fetched file have in common, and the algorithms that both sides of our SSH speak. Neither a server nor a client enters here.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.intake.sftp;
