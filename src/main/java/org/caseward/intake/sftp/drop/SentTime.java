package org.caseward.intake.sftp.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The modified time that the sender named, where it named one. SFTP version 3 names whole seconds (draft-ietf-secsh-filexfer-02, 5), so a time of ours gets a fraction: the
 * file itself then says whose it is, also after a crash.
 */
final class SentTime {
    private static final long OURS_MILLIS = 1;

    private SentTime() {}

    /** @param named null where the sender named none */
    static void set(Path file, @Nullable FileTime named) throws IOException {
        FileTime time = named != null
                ? FileTime.from(named.toInstant().truncatedTo(ChronoUnit.SECONDS))
                : FileTime.from(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusMillis(OURS_MILLIS));
        Files.setLastModifiedTime(file, time);
    }

    static Optional<Instant> of(FileTime modified) {
        Instant time = modified.toInstant();
        return time.getNano() == 0 ? Optional.of(time) : Optional.empty();
    }
}
