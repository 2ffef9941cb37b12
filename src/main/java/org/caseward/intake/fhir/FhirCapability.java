package org.caseward.intake.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.caseward.security.TokenPlace;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;
import org.springframework.security.oauth2.jwt.JwtException;

/** Adds to the CapabilityStatement, which is made from the desks' own methods, what these do not show: how one gets in, and what creating here means. */
@Interceptor
public final class FhirCapability {
    private static final String OAUTH = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
    private static final String SERVICES = "http://terminology.hl7.org/CodeSystem/restful-security-service";
    private static final String WORDS = """
            Takes in reports for cases. Every create is kept before it is answered, byte for byte; the receipt's number stands in X-Receipt. A DocumentReference is what a \
            sender is shown of each of its own deliveries, whatever it was handed in as: how it stands is in the extension urn:caseward:fhir:standing (received, needs you, \
            done). Content can't be read back. A Binary is held until a report of the same sender names it by attachment.url.""";

    private final TokenPlace tokens;

    FhirCapability(TokenPlace tokens) {
        this.tokens = tokens;
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void told(IBaseConformance made, RequestDetails request) {
        CapabilityStatement statement = (CapabilityStatement) made;
        statement.getSoftware().setName("Caseward");
        CapabilityStatementRestComponent rest = statement.getRestFirstRep();
        rest.setDocumentation(WORDS);
        rest.setSecurity(security(request));
        for (CapabilityStatementRestResourceComponent resource : rest.getResource()) {
            resource.getSearchParam().removeIf(param -> param.getName().equals("_cursor"));
            resource.setConditionalCreate(resource.getType().equals("DocumentReference")
                    || resource.getType().equals("DiagnosticReport"));
        }
    }

    private CapabilityStatementRestSecurityComponent security(RequestDetails request) {
        CapabilityStatementRestSecurityComponent security = new CapabilityStatementRestSecurityComponent();
        security.addService()
                .setText("OAuth 2 with SMART Backend Services")
                .addCoding()
                .setSystem(SERVICES)
                .setCode("SMART-on-FHIR");
        if (request instanceof ServletRequestDetails servlet) {
            try {
                Extension uris = new Extension(OAUTH);
                uris.addExtension(new Extension("token", new UriType(tokens.of(servlet.getServletRequest()))));
                security.addExtension(uris);
            } catch (JwtException e) {
                // an outside issuer that does not answer now: [base]/.well-known/smart-configuration will tell later
            }
        }
        return security;
    }
}
