package org.caseward.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ValidationOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.caseward.report.OutageException;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Holds resources against the base definitions of R4, with nothing fetched from anywhere. The validator takes 13 to 20 s of one processor to warm and 70 ms a resource after
 * that (measured): one for all, warmed on a thread of its own and never on the way of a report, one resource at a time.
 */
@Component
public class FhirValidation {
    private static final Logger LOG = LoggerFactory.getLogger(FhirValidation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final FhirContext context = FhirContext.forR4Cached();
    private final AtomicReference<@Nullable CompletableFuture<FhirValidator>> validator = new AtomicReference<>();
    private final Semaphore one = new Semaphore(1, true);
    private final Optional<Duration> warmAfter;

    /** @param warmAfter how long after the start; not set where the first who asks waits for it */
    FhirValidation(@Value("${caseward.fhir.validator-warm-after:#{null}}") @Nullable Duration warmAfter) {
        this.warmAfter = Optional.ofNullable(warmAfter);
    }

    @EventListener(ApplicationReadyEvent.class)
    void warm() {
        warmAfter.ifPresent(wait -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::validator));
    }

    /** @throws OutageException where it is still warming, or too many ask at once */
    public OperationOutcome validate(Resource resource, @Nullable String profile) {
        FhirValidator warmed = await(validator());
        try {
            if (!one.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new OutageException("Too many resources wait to be validated");
            }
            try {
                ValidationOptions options = new ValidationOptions();
                Optional.ofNullable(profile).ifPresent(options::addProfile);
                return (OperationOutcome)
                        warmed.validateWithResult(resource, options).toOperationOutcome();
            } finally {
                one.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("Interrupted while a resource waited to be validated", e);
        }
    }

    private static FhirValidator await(CompletableFuture<FhirValidator> warming) throws OutageException {
        try {
            return warming.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("Interrupted while the validator warmed", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new OutageException("The validator is not warm yet", e);
        }
    }

    private CompletableFuture<FhirValidator> validator() {
        CompletableFuture<FhirValidator> mine = new CompletableFuture<>();
        CompletableFuture<FhirValidator> known = validator.compareAndExchange(null, mine);
        if (known != null) {
            return known;
        }
        Thread.ofPlatform()
                .name("fhir-validator-warming")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(() -> warm(mine));
        return mine;
    }

    private void warm(CompletableFuture<FhirValidator> warming) {
        try {
            FhirValidator made = make();
            made.validateWithResult(new org.hl7.fhir.r4.model.DocumentReference());
            warming.complete(made);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "The FHIR validator could not be made ready, so $validate answers 503: {}",
                    e.getClass().getSimpleName());
            warming.completeExceptionally(e);
            validator.set(null);
        }
    }

    private FhirValidator make() {
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(context);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        FhirInstanceValidator instances = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                unknown));
        return context.newValidator().registerValidatorModule(instances);
    }
}
