package org.caseward.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import org.caseward.security.TokenPlace;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR R4 endpoint under {@code /fhir}: strict parsing, every refusal an OperationOutcome. */
@Configuration
class FhirServer {
    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(
            FhirDesk desk,
            SentDesk sent,
            ValidateDesk validate,
            TokenPlace tokens,
            @Value("${caseward.fhir.base:}") String base,
            // bytes; as large as the largest MLLP message
            @Value("${caseward.fhir.largest:33554432}") long largest) {
        FhirContext context = FhirContext.forR4();
        context.setParserErrorHandler(new StrictErrorHandler());
        RestfulServer server = new FhirEndpoint(context, largest);
        server.setProviders(desk, sent, validate);
        server.registerInterceptor(new FhirRefusals());
        server.registerInterceptor(new FhirCapability(tokens));
        server.setServerName("Caseward");
        server.setImplementationDescription("Reports on their way to the case they belong to");
        if (!base.isBlank()) {
            server.setServerAddressStrategy(new HardcodedServerAddressStrategy(base));
        }
        ServletRegistrationBean<RestfulServer> servlet = new ServletRegistrationBean<>(server, "/fhir/*");
        servlet.setName("fhir");
        servlet.setLoadOnStartup(1);
        return servlet;
    }
}
