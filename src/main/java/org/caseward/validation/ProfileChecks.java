package org.caseward.validation;

import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.caseward.report.Missing;
import org.caseward.report.OutageException;
import org.caseward.report.ReportId;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Holds recorded reports against the profiles, one after the other, on one thread that takes no more than its share of a processor. Nothing waits for it: a report is matched, decided
 * and filed while its check is still to come.
 */
@Component
public class ProfileChecks {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileChecks.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);

    private final ProfileQueue queue;
    private final ProfileResults results;
    private final FhirValidation validation;
    private final ObjectProvider<Checkable> reports;
    private final double share;
    private volatile @Nullable Thread thread;

    /** @param share of one processor, above 0 to 1 */
    ProfileChecks(
            ProfileQueue queue,
            ProfileResults results,
            FhirValidation validation,
            ObjectProvider<Checkable> reports,
            @Value("${caseward.profiles.share:0.25}") double share) {
        this.queue = queue;
        this.results = results;
        this.validation = validation;
        this.reports = reports;
        this.share = Math.clamp(share, 0.01, 1);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (validation.warmsByItself() && reports.getIfAvailable() != null) {
            thread = Thread.ofPlatform()
                    .name("profile-checks")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::run);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(rest());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Does one check where one waits, and says how long to rest after it. */
    private Duration rest() {
        long before = cpu();
        try {
            if (!validation.isWarm()) {
                return IDLE;
            }
            return once() ? Duration.ofNanos((long) ((cpu() - before) * (1 / share - 1))) : IDLE;
        } catch (OutageException | DataAccessException e) {
            // infrastructure: what was claimed is claimed again when its five minutes are over
            return AFTER_TROUBLE;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("A check of profiles failed: {}", e.getClass().getSimpleName());
            return AFTER_TROUBLE;
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** @return false where none waits */
    public boolean once() {
        Optional<ProfileQueue.Check> claimed = queue.claim();
        claimed.ifPresent(this::look);
        return claimed.isPresent();
    }

    private void look(ProfileQueue.Check check) {
        if (results.wanted(check)) {
            Optional<Resource> resource = check.attempts() > MOST_ATTEMPTS
                    ? Optional.empty()
                    : reports.getObject().of(new ReportId(check.report()));
            Optional<List<Missing>> missing = resource.map(validation::missing);
            results.keep(check, missing);
        }
        queue.done(check.id());
    }
}
