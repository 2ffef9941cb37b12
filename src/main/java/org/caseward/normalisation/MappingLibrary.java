package org.caseward.normalisation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.caseward.normalisation.mapping.MappingFolder;
import org.caseward.normalisation.mapping.MappingSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mappings in force. A change in the folder is taken up within seconds; where anything in it is wrong, the last good state stays in force and
 * {@link #complaints()} says all that is wrong.
 */
@Component
public class MappingLibrary implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(MappingLibrary.class);
    private static final long LOOK_EVERY_SECONDS = 2;

    private final Path folder;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mappings").factory());
    private volatile MappingSet current;
    private volatile List<Complaint> complaints = List.of();
    private String fingerprint;

    /** @throws IllegalStateException where there is no good state to begin with, with all complaints */
    public MappingLibrary(@Value("${caseward.mappings:mappings}") String mappings) {
        this.folder = Path.of(mappings);
        this.fingerprint = MappingFolder.fingerprint(folder);
        MappingFolder.Loaded loaded = MappingFolder.load(folder);
        if (!loaded.complaints().isEmpty()) {
            watch.shutdownNow();
            throw new IllegalStateException(
                    "The mappings can't be used; put these right and start again:\n" + listed(loaded.complaints()));
        }
        this.current = loaded.set();
        watch.scheduleWithFixedDelay(this::lookForChanges, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** What is wrong with the files as they are now; empty where they are in force. */
    public List<Complaint> complaints() {
        return complaints;
    }

    /** The state in force; hold on to it for the length of one report. */
    MappingSet current() {
        return current;
    }

    /** Takes up the folder as it is now, if nothing is wrong with it. */
    public synchronized List<Complaint> reload() {
        fingerprint = MappingFolder.fingerprint(folder);
        MappingFolder.Loaded loaded = MappingFolder.load(folder);
        complaints = loaded.complaints();
        if (complaints.isEmpty()) {
            current = loaded.set();
            LOG.info("mappings taken up: {} files", loaded.set().byId().size());
        } else {
            LOG.warn("mappings changed but not taken up, the last good ones stay in force:\n{}", listed(complaints));
        }
        return complaints;
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }

    private void lookForChanges() {
        try {
            if (!MappingFolder.fingerprint(folder).equals(fingerprint)) {
                reload();
            }
        } catch (RuntimeException fault) {
            LOG.error("mappings could not be reloaded", fault);
        }
    }

    private static String listed(List<Complaint> complaints) {
        return complaints.stream().map(complaint -> "  " + complaint).collect(Collectors.joining("\n"));
    }
}
