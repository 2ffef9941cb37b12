package org.caseward.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** HAPI's servlet, which reads a body to its end before anything else: here it gets one that ends in a refusal where it grows too large. */
final class FhirEndpoint extends RestfulServer {
    private static final long serialVersionUID = 1L;
    private final long largest;

    FhirEndpoint(FhirContext context, long largest) {
        super(context);
        this.largest = largest;
    }

    @Override
    protected void handleRequest(RequestTypeEnum type, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        super.handleRequest(type, new SizedRequest(request, largest), response);
    }
}
