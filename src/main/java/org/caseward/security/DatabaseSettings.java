package org.caseward.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the two databases are and who we are there; each role may do only its own work.
 *
 * @param hubUrl JDBC address of the hub's own database; {@code sslmode=verify-full} outside the demo
 * @param owner migrates, and owns every table
 * @param intake may only insert receipts
 * @param pipeline the stages' and publishers' role
 * @param staff what people and API clients act as, inside their programs by row-level security
 * @param provider what a provider at the portal acts as: sees how its own deliveries stand and nothing else
 * @param caseStoreUrl JDBC address of the agency's case store
 */
@ConfigurationProperties("caseward.database")
public record DatabaseSettings(
        String hubUrl,
        Login owner,
        Login intake,
        Login pipeline,
        Login staff,
        Login provider,
        String caseStoreUrl,
        Login caseStoreOwner,
        Login caseStoreWriter) {
    /** A database role and its password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
