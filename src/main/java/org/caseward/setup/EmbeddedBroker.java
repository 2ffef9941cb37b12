package org.caseward.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An Artemis broker of our own: durable, passwords, TLS towards outside, in-VM towards the hub. Messages are never dropped for having been tried too often. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final List<String> QUEUES =
            List.of("reports.structured", "reports.documents", "reports.batches", "reports.publishing");
    private static final String HUB = "hub";

    private final EmbeddedActiveMQ broker;

    private EmbeddedBroker(EmbeddedActiveMQ broker) {
        this.broker = broker;
    }

    /** @param port of the TLS acceptor on 127.0.0.1 */
    public static EmbeddedBroker start(Path dir, int port, Secrets secrets, Certificates certificates)
            throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("caseward")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(dir.resolve("journal").toString())
                .setBindingsDirectory(dir.resolve("bindings").toString())
                .setLargeMessagesDirectory(dir.resolve("large").toString())
                .setPagingDirectory(dir.resolve("paging").toString())
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .setPersistIDCache(true)
                .setIDCacheSize(20_000)
                .setMaxDiskUsage(98)
                .addAcceptorConfiguration(
                        new TransportConfiguration(InVMAcceptorFactory.class.getName(), Map.of("serverId", "0"), "hub"))
                .addAcceptorConfiguration(tls(port, certificates));
        AddressSettings settings = new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(300)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(10_000)
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false);
        configuration.addAddressSetting("#", settings);
        Set<Role> roles =
                Set.of(new Role(HUB, true, true, true, true, true, true, true, true, true, true, false, false));
        configuration.putSecurityRoles("reports.#", roles);
        for (String queue : QUEUES) {
            configuration.addQueueConfiguration(QueueConfiguration.of(queue)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
        }
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.setSecurityManager(security(secrets));
        broker.start();
        // a journal that can't be read is only logged by the broker itself
        if (!broker.getActiveMQServer().isActive()) {
            broker.stop();
            throw new IOException(
                    "The embedded broker could not open its journal in " + dir
                            + ". Nothing is lost: what waits is in the database. See the log above; with the folder moved away the hub starts afresh and sends again.");
        }
        return new EmbeddedBroker(broker);
    }

    private static ActiveMQJAASSecurityManager security(Secrets secrets) {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(HUB, secrets.get("broker.hub"));
        users.addRole(HUB, HUB);
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }

    private static TransportConfiguration tls(int port, Certificates certificates) {
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        port,
                        "sslEnabled",
                        true,
                        "keyStoreType",
                        "PEMCFG",
                        "keyStorePath",
                        certificates.serverPemConfig().toString(),
                        "enabledProtocols",
                        "TLSv1.2,TLSv1.3"),
                "tls");
    }

    /** The hub's settings for this broker, as Spring properties. */
    public static Map<String, Object> properties(Secrets secrets) {
        return Map.of(
                "caseward.broker.url",
                "vm://0?reconnectAttempts=-1",
                "caseward.broker.user",
                HUB,
                "caseward.broker.password",
                secrets.get("broker.hub"));
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
