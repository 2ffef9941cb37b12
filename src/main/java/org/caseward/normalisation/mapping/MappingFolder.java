package org.caseward.normalisation.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.normalisation.Complaint;
import org.caseward.normalisation.MappingUsed;
import org.caseward.normalisation.functions.CodeTable;
import org.caseward.normalisation.functions.Functions;

/** Compiles a whole mappings folder: schema, code tables, mapping files. */
public final class MappingFolder {
    private final MappingSources sources;
    private final Complaints complaints = new Complaints();

    private MappingFolder(MappingSources sources) {
        this.sources = sources;
    }

    /**
     * Either a set without complaints, or all complaints (the set is then not for use).
     *
     * @param used the mappings by file name
     */
    public record Loaded(MappingSet set, Map<String, MappingUsed> used, List<Complaint> complaints) {
        static Loaded wrong(List<Complaint> complaints) {
            return new Loaded(new MappingSet(Map.of()), Map.of(), complaints);
        }
    }

    /** Reads and compiles the folder as it is now. */
    public static Loaded load(Path folder) {
        try {
            return compile(MappingSources.of(folder));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return Loaded.wrong(List.of(unreadable(folder.toString(), String.valueOf(unreadable))));
        }
    }

    public static Loaded compile(MappingSources sources) {
        return new MappingFolder(sources).compiled();
    }

    /** That the folder itself can't be read. */
    public static Complaint unreadable(String folder, String why) {
        return new Complaint(
                folder,
                0,
                "",
                "can't be read (" + why + "); expected the mappings folder with " + MappingSources.SCHEMA + " in it");
    }

    private Loaded compiled() {
        byte[] schema = sources.files().get(MappingSources.SCHEMA);
        if (schema == null) {
            return Loaded.wrong(List.of(unreadable("the folder", "there is no " + MappingSources.SCHEMA)));
        }
        Map<String, MappingFile> files = new TreeMap<>();
        Set<String> wrong = new HashSet<>();
        MappingReader reader = new MappingReader(new String(schema, StandardCharsets.UTF_8), complaints);
        sources.files().forEach((name, bytes) -> {
            if (MappingSources.isMapping(name)) {
                reader.read(name, bytes)
                        .ifPresentOrElse(file -> keep(file, files), () -> wrong.add(MappingSources.id(name)));
            }
        });
        MappingSet set = compiled(files, wrong, tables());
        return new Loaded(
                set,
                files.values().stream()
                        .collect(Collectors.toUnmodifiableMap(MappingFile::name, MappingFile::used, (a, b) -> a)),
                complaints.all());
    }

    /** What everybody's reports are read by, and the same for each program that has tables or words of its own. */
    private MappingSet compiled(Map<String, MappingFile> files, Set<String> wrong, Map<String, CodeTable> tables) {
        ProgramWordsCompiler programs = new ProgramWordsCompiler(files.values(), tables, complaints);
        Map<String, MappingSet> own = new HashMap<>();
        for (String program : programs.programs()) {
            Functions functions = new Functions(programs.tables(program));
            var mappings = new MappingSetCompiler(files, wrong, functions, complaints).compile();
            own.put(program, new MappingSet(mappings, programs.words(program), Map.of()));
        }
        var mappings = new MappingSetCompiler(files, wrong, new Functions(tables), complaints).compile();
        return new MappingSet(mappings, ProgramWords.NONE, own);
    }

    private void keep(MappingFile file, Map<String, MappingFile> files) {
        String expected = MappingSources.id(file.name());
        if (!file.spec().id().equals(expected)) {
            complaints.add(file, "/id", "is '" + file.spec().id() + "'; expected the file's path, '" + expected + "'");
        }
        files.put(file.spec().id(), file);
    }

    private Map<String, CodeTable> tables() {
        Map<String, CodeTable> tables = new HashMap<>();
        sources.files().forEach((name, bytes) -> {
            if (MappingSources.isTable(name)) {
                try {
                    tables.put(
                            name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.csv$", ""),
                            CodeTable.read(new String(bytes, StandardCharsets.UTF_8)));
                } catch (IOException wrong) {
                    complaints.add(name, 0, String.valueOf(wrong.getMessage()));
                }
            }
        });
        return tables;
    }

    /** Changes whenever a file of the folder does: names, sizes and times of all of them. */
    public static String fingerprint(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            StringBuilder print = new StringBuilder();
            for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                print.append(path)
                        .append(' ')
                        .append(Files.size(path))
                        .append(' ')
                        .append(Files.getLastModifiedTime(path))
                        .append('\n');
            }
            return print.toString();
        } catch (IOException | java.io.UncheckedIOException changingJustNow) {
            return "unreadable";
        }
    }
}
