package org.caseward.normalisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.caseward.normalisation.mapping.MappingFolder;
import org.caseward.normalisation.mapping.MappingSet;
import org.caseward.normalisation.mapping.MappingSources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mappings in force. A change in the folder is taken up within seconds. A file that is wrong does not take part: its last good text stays in force, the other
 * changes are taken up, and {@link #complaints()} says all that is wrong. Where a file went back to an earlier text, that text runs until the file is changed.
 */
@Component
public class MappingLibrary implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(MappingLibrary.class);
    private static final long LOOK_EVERY_SECONDS = 2;

    private final Path folder;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mappings").factory());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state;
    private volatile List<Complaint> complaints = List.of();
    private volatile List<GoneBack> goneBack = List.of();
    private String fingerprint;

    /** What runs, and out of what. */
    private record State(MappingSources inFolder, MappingSources inForce, MappingFolder.Loaded loaded) {}

    /**
     * A file that runs by an earlier text, as long as it stands in the folder with the text that was left.
     *
     * @param left SHA-256 (hex) of the text in the folder
     */
    public record GoneBack(String file, String left, byte[] runs) {
        @Override
        public String toString() {
            return "GoneBack[" + file + "]";
        }
    }

    /**
     * One file of the folder.
     *
     * @param mapping nothing for code tables and the schema
     * @param hash SHA-256 (hex) of the text in force
     * @param asInFolder false where another text than the folder's is in force
     */
    public record InForce(String file, Optional<MappingUsed> mapping, String hash, boolean asInFolder) {}

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
        MappingSources sources = sources();
        this.state = new State(sources, sources, loaded);
        watch.scheduleWithFixedDelay(this::lookForChanges, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** What is wrong with the files as they are now; empty where they are in force. */
    public List<Complaint> complaints() {
        return complaints;
    }

    /** The files of which the mappings in force are made. */
    public List<InForce> inForce() {
        State now = state;
        return now.inForce().hashes().entrySet().stream()
                .map(file -> new InForce(
                        file.getKey(),
                        Optional.ofNullable(now.loaded().used().get(file.getKey())),
                        file.getValue(),
                        now.inFolder().hash(file.getKey()).equals(Optional.of(file.getValue()))))
                .toList();
    }

    /** The text in force of that file. */
    public Optional<String> text(String file) {
        return Optional.ofNullable(state.inForce().files().get(file))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** SHA-256 (hex) of that file as it stands in the folder. */
    public Optional<String> hashInFolder(String file) {
        return state.inFolder().hash(file);
    }

    /** Calls back after every change of what is in force or wrong, on whatever thread noticed it. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** The state in force; hold on to it for the length of one report. */
    MappingSet current() {
        return state.loaded().set();
    }

    /** What would be in force with this text in that file; nothing is changed. */
    MappingFolder.Loaded tried(String file, String text) {
        return MappingFolder.compile(state.inForce().with(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** From now on these files run by earlier texts, and no others. */
    synchronized void goBack(List<GoneBack> files) {
        if (!print(files).equals(print(goneBack))) {
            goneBack = List.copyOf(files);
            reload();
        }
    }

    /** Takes up the folder as it is now, as far as nothing is wrong with it. */
    public synchronized List<Complaint> reload() {
        fingerprint = MappingFolder.fingerprint(folder);
        try {
            takeUp(MappingSources.of(folder));
        } catch (IOException | UncheckedIOException unreadable) {
            complaints = List.of(MappingFolder.unreadable(folder.toString(), String.valueOf(unreadable)));
        }
        if (!complaints.isEmpty()) {
            LOG.warn(
                    "mappings changed but not all taken up, the last good ones stay in force:\n{}", listed(complaints));
        }
        listeners.forEach(Runnable::run);
        return complaints;
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }

    private void takeUp(MappingSources inFolder) {
        MappingSources asked = inFolder;
        for (GoneBack back : goneBack) {
            if (inFolder.hash(back.file()).equals(Optional.of(back.left()))) {
                asked = asked.with(back.file(), back.runs());
            }
        }
        MappingFolder.Loaded loaded = MappingFolder.compile(asked);
        complaints = loaded.complaints();
        if (complaints.isEmpty()) {
            putInForce(inFolder, asked, loaded);
        } else {
            withoutTheWrong(inFolder, asked);
        }
    }

    /** The last good text of each wrong file, and all other changes; where that does not fit together, nothing changes. */
    private void withoutTheWrong(MappingSources inFolder, MappingSources asked) {
        Set<String> wrong = complaints.stream().map(Complaint::file).collect(Collectors.toSet());
        MappingSources mended = asked;
        for (String file : wrong) {
            mended = mended.as(file, state.inForce());
        }
        MappingFolder.Loaded loaded = MappingFolder.compile(mended);
        if (loaded.complaints().isEmpty()) {
            putInForce(inFolder, mended, loaded);
        } else {
            state = new State(inFolder, state.inForce(), state.loaded());
        }
    }

    private void putInForce(MappingSources inFolder, MappingSources inForce, MappingFolder.Loaded loaded) {
        boolean same = inForce.isSame(state.inForce());
        state = new State(inFolder, inForce, same ? state.loaded() : loaded);
        if (!same) {
            LOG.info("mappings taken up: {} files", loaded.used().size());
        }
    }

    private MappingSources sources() {
        try {
            return MappingSources.of(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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

    private static Map<String, String> print(List<GoneBack> files) {
        return files.stream()
                .collect(Collectors.toMap(
                        back -> back.file() + " " + back.left(), back -> MappingSources.sha256(back.runs())));
    }

    private static String listed(List<Complaint> complaints) {
        return complaints.stream().map(complaint -> "  " + complaint).collect(Collectors.joining("\n"));
    }
}
