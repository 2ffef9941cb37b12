package org.caseward.extraction.worker;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the worker processes are run.
 *
 * @param workers how many at once; 0 means half of the processors, at least one
 * @param heap of each, as {@code -Xmx} takes it; page images lie outside of it
 * @param cache folder where native libraries, language data and the font list are unpacked once; by default under the user's own cache folder
 * @param scratch folder for what a worker writes while it works; by default the system's temporary folder
 */
@ConfigurationProperties("caseward.extraction")
public record WorkerSettings(
        @DefaultValue("0") int workers,
        @DefaultValue("768m") String heap,
        @Nullable Path cache,
        @Nullable Path scratch) {
    public static final WorkerSettings DEFAULT = new WorkerSettings(0, "768m", null, null);

    int count() {
        return workers > 0 ? workers : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    Path cacheFolder() {
        Path folder = cache != null ? cache : Path.of(System.getProperty("user.home"), ".cache", "caseward", "reading");
        return folder.toAbsolutePath();
    }

    Path scratchFolder() {
        return (scratch != null ? scratch : Path.of(System.getProperty("java.io.tmpdir"))).toAbsolutePath();
    }
}
