package org.caseward.routing;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.ManagementStatisticsLevel;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spring.spi.ApplicationContextBeanRepository;
import org.apache.camel.support.DefaultRegistry;
import org.caseward.routing.mllp.MllpComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** Camel, the broker's connections and what both need to find their beans and settings. */
@Configuration
class RoutingSettings {
    @Bean
    ActiveMQConnectionFactory broker(
            @Value("${caseward.broker.url}") String url,
            @Value("${caseward.broker.user}") String user,
            @Value("${caseward.broker.password}") String password)
            throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory();
        factory.setBrokerURL(url);
        factory.setUser(user);
        factory.setPassword(password);
        return factory;
    }

    @Bean
    JmsTemplate outboxSender(ActiveMQConnectionFactory broker) {
        CachingConnectionFactory cached = new CachingConnectionFactory(broker);
        cached.setSessionCacheSize(2);
        JmsTemplate template = new JmsTemplate(cached);
        template.setSessionTransacted(true);
        return template;
    }

    @Bean(destroyMethod = "stop")
    CamelContext camelContext(
            ApplicationContext beans, Environment settings, ConnectionFactory broker, SslBundles bundles) {
        DefaultCamelContext camel =
                new DefaultCamelContext(new DefaultRegistry(new ApplicationContextBeanRepository(beans)));
        camel.getCamelContextExtension().setName("caseward");
        camel.setUseMDCLogging(false);
        camel.setLogMask(true);
        camel.getManagementStrategy().getManagementAgent().setStatisticsLevel(ManagementStatisticsLevel.RoutesOnly);
        camel.getShutdownStrategy().setTimeout(20);
        camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        camel.getPropertiesComponent().addPropertiesSource(new SpringSettings(settings));
        JmsComponent jms = JmsComponent.jmsComponentAutoAcknowledge(broker);
        camel.addComponent("jms", jms);
        MllpComponent mllp = new MllpComponent(settings, bundles, beans);
        camel.addComponent("mllp", mllp);
        camel.addComponent("mllps", mllp);
        return camel;
    }

    /** {@code {{caseward.…}}} in route files means the same as in the application's settings. */
    private record SpringSettings(Environment settings) implements PropertiesSource {
        @Override
        public String getName() {
            return "spring";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return settings.getProperty(name);
        }
    }
}
