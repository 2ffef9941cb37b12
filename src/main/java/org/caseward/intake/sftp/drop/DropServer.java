package org.caseward.intake.sftp.drop;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.caseward.intake.Connections;
import org.caseward.intake.Listening;
import org.caseward.intake.sftp.SshStrength;
import org.caseward.report.OutageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The SFTP server: keys only, no shell, no command, no forwarding, no SCP; open while its route is started. */
@Component("sftpDrop")
@EnableConfigurationProperties(DropSettings.class)
class DropServer implements Listening {
    private static final Logger LOG = LoggerFactory.getLogger(DropServer.class);
    private static final Duration LOGIN_WITHIN = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int LOGIN_TRIES = 8;
    private static final int HANDLES = 64;
    private static final int CHANNELS = 4;

    private final DropSettings settings;
    private final Connections connections;
    private final DropDesk desk;
    private final Answers answers;
    private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();
    private @Nullable SshServer server;
    private @Nullable Sweep sweep;

    DropServer(DropSettings settings, Connections connections, DropDesk desk, Answers answers) {
        this.settings = settings;
        this.connections = connections;
        this.desk = desk;
        this.answers = answers;
    }

    @Override
    public String route() {
        return "intake-sftp";
    }

    @Override
    public synchronized void open() {
        if (settings.port() == 0 || server != null) {
            return;
        }
        try {
            HostKeys keys = new HostKeys(settings.keys());
            DropLogins logins = new DropLogins(connections, settings.failedLogins());
            SshServer made = server(keys, logins);
            made.start();
            server = made;
            keys.tell(settings.host(), settings.port());
            sweep = new Sweep(settings, desk, answers, () -> endWithdrawn(made, logins));
            LOG.info("SFTP listens on {}:{}", settings.host(), settings.port());
        } catch (IOException | GeneralSecurityException e) {
            close();
            throw new OutageException("The SFTP server could not open its port " + settings.port(), e);
        }
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        if (sweep != null) {
            sweep.close();
            sweep = null;
        }
        if (server != null) {
            try {
                server.stop(true);
            } catch (IOException e) {
                LOG.warn(
                        "The SFTP server did not close cleanly: {}",
                        e.getClass().getSimpleName());
            }
            server = null;
        }
    }

    private SshServer server(HostKeys keys, DropLogins logins) throws IOException, GeneralSecurityException {
        SshServer made = SshServer.setUpDefaultServer();
        made.setHost(settings.host());
        made.setPort(settings.port());
        SshStrength.set(made);
        made.setKeyPairProvider(keys.open());
        made.setPublickeyAuthenticator(logins);
        made.setPasswordAuthenticator(null);
        made.setKeyboardInteractiveAuthenticator(null);
        made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        made.addSessionListener(logins);
        made.addSessionListener(new Crowd(made, logins));
        onlyFiles(made);
        limits(made);
        return made;
    }

    private void onlyFiles(SshServer made) {
        made.setShellFactory(null);
        made.setCommandFactory(null);
        made.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
        made.setGlobalRequestHandlers(List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
        made.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        made.setAgentFactory(null);
        made.setSubsystemFactories(List.of(new DropSubsystems()));
        made.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) throws IOException {
                return tree(session.getUsername()).root();
            }
        });
    }

    private void limits(SshServer made) {
        CoreModuleProperties.SERVER_IDENTIFICATION.set(made, "CASEWARD");
        CoreModuleProperties.AUTH_TIMEOUT.set(made, LOGIN_WITHIN);
        CoreModuleProperties.IDLE_TIMEOUT.set(made, IDLE);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(made, LOGIN_TRIES);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(made, settings.sessionsEach());
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(made, CHANNELS);
        // version 3 is what OpenSSH speaks; its times are whole seconds, see SentTime
        SftpModuleProperties.SFTP_VERSION.set(made, 3);
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(made, HANDLES);
    }

    private ProviderTree tree(String user) throws IOException {
        return ProviderTree.open(settings.root(), user);
    }

    private DropFolder folder(String user) throws IOException {
        ProviderTree tree = tree(user);
        return new DropFolder(
                tree, allowances.computeIfAbsent(user, name -> new Allowance(tree, settings)), desk, answers);
    }

    private static void endWithdrawn(SshServer made, DropLogins logins) {
        made.getActiveSessions().stream()
                .filter(ServerSession.class::isInstance)
                .map(ServerSession.class::cast)
                .filter(session -> !logins.stillKnown(session))
                .forEach(session -> session.close(true));
    }

    /** Who comes while too many are here, or failed to log in too often, is let go before a key is exchanged. */
    private final class Crowd implements SessionListener {
        private final SshServer made;
        private final DropLogins logins;

        Crowd(SshServer made, DropLogins logins) {
            this.made = made;
            this.logins = logins;
        }

        @Override
        public void sessionCreated(Session session) {
            if (made.getActiveSessions().size() > settings.sessions() || !logins.listens(session)) {
                session.close(true);
            }
        }
    }

    private final class DropSubsystems extends SftpSubsystemFactory {
        DropSubsystems() {
            setFileSystemAccessor(new DropSubsystem.Accessor());
            setErrorStatusDataHandler(new SftpErrorStatusDataHandler() {
                @Override
                public String resolveErrorMessage(
                        SftpSubsystemEnvironment session, int id, Throwable e, int status, int cmd, Object... args) {
                    return e instanceof Refusal refusal
                            ? refusal.reason().text()
                            : SftpErrorStatusDataHandler.super.resolveErrorMessage(session, id, e, status, cmd, args);
                }
            });
        }

        @Override
        public Command createSubsystem(ChannelSession channel) throws IOException {
            return new DropSubsystem(
                    channel, this, folder(channel.getServerSession().getUsername()));
        }
    }
}
