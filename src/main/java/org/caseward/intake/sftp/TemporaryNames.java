package org.caseward.intake.sftp;

import java.util.List;
import java.util.Locale;

/** The names under which senders keep what is not whole yet, to rename it when it is. */
public final class TemporaryNames {
    private static final List<String> ENDINGS =
            List.of(".part", ".partial", ".filepart", ".tmp", ".temp", ".uploading", ".inprogress", "~");

    private TemporaryNames() {}

    /** Whether a file of this name counts only once it has another. */
    public static boolean is(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") || ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
