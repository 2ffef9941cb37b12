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
import java.util.stream.Stream;
import org.caseward.normalisation.Complaint;
import org.caseward.normalisation.functions.CodeTable;
import org.caseward.normalisation.functions.Functions;

/** Reads a whole mappings folder: schema, code tables, mapping files. */
public final class MappingFolder {
    private static final String SCHEMA = "mapping.schema.json";

    private final Path folder;
    private final Complaints complaints = new Complaints();

    private MappingFolder(Path folder) {
        this.folder = folder;
    }

    /** Either a set without complaints, or all complaints (the set is then not for use). */
    public record Loaded(MappingSet set, List<Complaint> complaints) {}

    public static Loaded load(Path folder) {
        return new MappingFolder(folder).load();
    }

    private Loaded load() {
        Map<String, MappingFile> files = new TreeMap<>();
        Set<String> wrong = new HashSet<>();
        try {
            MappingReader reader = new MappingReader(Files.readString(folder.resolve(SCHEMA)), complaints);
            for (Path path : paths(folder, ".yaml")) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                reader.read(name, Files.readAllBytes(path))
                        .ifPresentOrElse(file -> keep(file, files), () -> wrong.add(id(name)));
            }
            return new Loaded(compiled(files, wrong, tables()), complaints.all());
        } catch (IOException unreadable) {
            complaints.add(
                    folder.toString(),
                    0,
                    "can't be read (" + unreadable + "); expected the mappings folder with " + SCHEMA + " in it");
            return new Loaded(new MappingSet(Map.of()), complaints.all());
        }
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
        String expected = id(file.name());
        if (!file.spec().id().equals(expected)) {
            complaints.add(file, "/id", "is '" + file.spec().id() + "'; expected the file's path, '" + expected + "'");
        }
        files.put(file.spec().id(), file);
    }

    private static String id(String file) {
        return file.replaceFirst("\\.yaml$", "");
    }

    private Map<String, CodeTable> tables() throws IOException {
        Map<String, CodeTable> tables = new HashMap<>();
        Path codes = folder.resolve("codes");
        if (!Files.isDirectory(codes)) {
            return tables;
        }
        for (Path path : paths(codes, ".csv")) {
            String file = path.getFileName().toString();
            try {
                tables.put(
                        file.replaceFirst("\\.csv$", ""),
                        CodeTable.read(Files.readString(path, StandardCharsets.UTF_8)));
            } catch (IOException wrong) {
                complaints.add("codes/" + file, 0, String.valueOf(wrong.getMessage()));
            }
        }
        return tables;
    }

    private static List<Path> paths(Path folder, String end) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(end)).sorted().toList();
        }
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
