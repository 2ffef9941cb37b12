package org.caseward.intake.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that a FHIR request was refused and for what kind of fault, never with what words: they may quote the resource. */
@Interceptor
public final class FhirRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(FhirRefusals.class);

    @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
    public void refused(BaseServerResponseException fault) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        LOG.warn(
                "A FHIR request was answered with {}: {}",
                fault.getStatusCode(),
                cause.getClass().getSimpleName());
    }
}
