package org.caseward.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.ValidationOptions;
import ca.uhn.fhir.validation.ValidationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.caseward.report.Missing;
import org.caseward.report.OutageException;
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
 * Holds resources against the base definitions of R4 and the packages in the operator's folder, with nothing fetched from anywhere. The validator takes seconds of a processor to
 * warm and tens of milliseconds a resource after that (docs/benchmarks.md): one for all, warmed on a thread of its own and never on the way of a report, one resource at a time.
 */
@Component
public class FhirValidation {
    private static final Logger LOG = LoggerFactory.getLogger(FhirValidation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** By folder: one for the process, since each takes a good part of the heap. */
    private static final Map<Path, CompletableFuture<Warmed>> VALIDATORS = new ConcurrentHashMap<>();

    private final Semaphore one = new Semaphore(1, true);
    private final Optional<Duration> warmAfter;
    private final Path packages;

    /**
     * @param warmAfter how long after the start; not set where the first who asks waits for it
     * @param packages the folder of {@code *.tgz}
     */
    FhirValidation(
            @Value("${caseward.fhir.validator-warm-after:#{null}}") @Nullable Duration warmAfter,
            @Value("${caseward.fhir.packages:packages/fhir}") String packages) {
        this.warmAfter = Optional.ofNullable(warmAfter);
        this.packages = Path.of(packages).toAbsolutePath().normalize();
    }

    /** For tests and benches; warmed by the first who asks. */
    public static FhirValidation with(Path packages) {
        return new FhirValidation(null, packages.toString());
    }

    @EventListener(ApplicationReadyEvent.class)
    void warm() {
        warmAfter.ifPresent(wait -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::validator));
    }

    /** Whether it is warmed by itself, so that checks are worth waiting for. */
    boolean warmsByItself() {
        return warmAfter.isPresent();
    }

    /** The packages it knows besides R4, e.g. {@code hl7.fhir.us.core 6.1.0}; empty while it is not warm. */
    public List<String> packages() {
        return warmed().map(Warmed::used).orElse(List.of());
    }

    boolean isWarm() {
        return warmed().isPresent();
    }

    private Optional<Warmed> warmed() {
        CompletableFuture<Warmed> warming = VALIDATORS.get(packages);
        return warming == null || warming.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.ofNullable(warming.getNow(null));
    }

    /** @throws OutageException where it is still warming, or too many ask at once */
    public OperationOutcome validate(Resource resource, @Nullable String profile) {
        return alone(warmed -> {
            ValidationOptions options = new ValidationOptions();
            Optional.ofNullable(profile).ifPresent(options::addProfile);
            return (OperationOutcome)
                    warmed.validator().validateWithResult(resource, options).toOperationOutcome();
        });
    }

    /**
     * Holds a resource, and what a Bundle holds, against the profiles that the packages have for them. The resource is changed: it claims them.
     *
     * @return what keeps it from them; empty where there are warnings at most
     * @throws OutageException where it is still warming, or too many ask at once
     */
    public List<Missing> missing(Resource resource) {
        return alone(warmed -> {
            warmed.profiles().claim(resource);
            ValidationResult result = warmed.validator().validateWithResult(resource);
            return ProfileWords.of(result.getMessages(), warmed.terms()::decidable);
        });
    }

    private <T> T alone(Function<Warmed, T> work) {
        Warmed warmed = await(validator());
        try {
            if (!one.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new OutageException("Too many resources wait to be validated");
            }
            try {
                return work.apply(warmed);
            } finally {
                one.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("Interrupted while a resource waited to be validated", e);
        }
    }

    private static Warmed await(CompletableFuture<Warmed> warming) throws OutageException {
        try {
            return warming.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("Interrupted while the validator warmed", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new OutageException("The validator is not warm yet", e);
        }
    }

    private CompletableFuture<Warmed> validator() {
        CompletableFuture<Warmed> mine = new CompletableFuture<>();
        CompletableFuture<Warmed> known = VALIDATORS.putIfAbsent(packages, mine);
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

    private void warm(CompletableFuture<Warmed> warming) {
        try {
            Warmed warmed = Warmed.make(FhirContext.forR4Cached(), packages);
            warmed.leftOut().forEach(left -> LOG.warn("A FHIR package is not used: {}", left));
            warming.complete(warmed);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "The FHIR validator could not be made ready, so $validate answers 503 and no report reaches L4: {}",
                    e.getClass().getSimpleName());
            warming.completeExceptionally(e);
            VALIDATORS.remove(packages);
        }
    }
}
