package org.caseward.intake.sftp.drop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.caseward.intake.Connections;
import org.caseward.intake.Credential;
import org.caseward.report.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may come in: a user that is a registered sender, with a key that its provider registered and nobody withdrew. */
final class DropLogins implements PublickeyAuthenticator, SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(DropLogins.class);
    private static final AttributeKey<Boolean> FAILED = new AttributeKey<>();
    private static final AttributeKey<PublicKey> KEY = new AttributeKey<>();
    /** NIST SP 800-131A allows RSA from 2048 bits on. */
    private static final int SHORTEST_RSA = 2048;

    private final Connections connections;
    private final Throttle throttle;

    DropLogins(Connections connections, int failedLogins) {
        this.connections = connections;
        this.throttle = new Throttle(failedLogins);
    }

    @Override
    public boolean authenticate(String username, PublicKey key, ServerSession session) {
        boolean known = listens(session) && isKnown(username, key);
        if (known) {
            session.setAttribute(KEY, key);
        } else {
            session.setAttribute(FAILED, true);
        }
        return known;
    }

    private boolean isKnown(String user, PublicKey key) {
        if (!ProviderTree.nameable(user)
                || KeyUtils.getKeyType(key).contains("rsa") && KeyUtils.getKeySize(key) < SHORTEST_RSA) {
            return false;
        }
        return connections.find(Channel.SFTP, DropDesk.ADDRESS).stream()
                .flatMap(connection -> connection.provider(user).stream()
                        .flatMap(provider -> connection
                                .credentials(Credential.Kind.SSH_KEY)
                                .filter(credential -> credential.provider().equals(provider))))
                .flatMap(credential -> parsed(credential).stream())
                .anyMatch(registered -> KeyUtils.compareKeys(registered, key));
    }

    /** Options such as {@code from="…"} would be promises that nobody keeps here, so a line with options is no key. */
    private static Optional<PublicKey> parsed(Credential credential) {
        try {
            AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(credential.value());
            if (entry != null && entry.getLoginOptions().isEmpty()) {
                return Optional.ofNullable(entry.resolvePublicKey(null, null));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.debug("Not a key", e);
        }
        LOG.warn("Credential {} is no OpenSSH public key without options; it lets nobody in", credential.id());
        return Optional.empty();
    }

    /** Whether a session that is open may stay so: its key may have been withdrawn meanwhile. */
    boolean stillKnown(ServerSession session) {
        PublicKey key = session.getAttribute(KEY);
        return !session.isAuthenticated() || key != null && isKnown(session.getUsername(), key);
    }

    boolean listens(Session session) {
        return throttle.listens(address(session));
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated) {
            throttle.succeeded(address(session));
        }
    }

    @Override
    public void sessionClosed(Session session) {
        if (!session.isAuthenticated() && Boolean.TRUE.equals(session.getAttribute(FAILED))) {
            throttle.failed(address(session));
        }
    }

    private static String address(Session session) {
        return session.getIoSession().getRemoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "";
    }
}
