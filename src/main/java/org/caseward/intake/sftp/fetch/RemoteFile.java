package org.caseward.intake.sftp.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.caseward.intake.Hash;

/** A file as a server lists it. */
record RemoteFile(String name, long size, Instant modified) {
    /** What this delivery is called: the same file again is the same delivery. */
    String key(String path) {
        return path + '/' + name + '\0' + size + '\0' + modified;
    }

    byte[] hash(String path) {
        return Hash.of(key(path).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "RemoteFile[" + size + " bytes]";
    }
}
