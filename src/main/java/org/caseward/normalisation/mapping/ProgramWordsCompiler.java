package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caseward.normalisation.MappingUsed;
import org.caseward.normalisation.functions.CodeTable;
import org.caseward.normalisation.functions.Nearest;
import org.caseward.normalisation.mapping.MappingSpec.Format;

/** Compiles the files of format {@code program}: a program's words for values, and its rows before those of the shared code tables. */
final class ProgramWordsCompiler {
    private final Collection<MappingFile> files;
    private final Map<String, CodeTable> tables;
    private final Complaints complaints;

    ProgramWordsCompiler(Collection<MappingFile> files, Map<String, CodeTable> tables, Complaints complaints) {
        this.files = files.stream()
                .filter(file -> file.spec().format() == Format.PROGRAM)
                .toList();
        this.tables = tables;
        this.complaints = complaints;
    }

    /** The programs that have words of their own. */
    Set<String> programs() {
        Set<String> programs = new HashSet<>();
        files.forEach(file -> programs.addAll(programs(file)));
        return programs;
    }

    ProgramWords words(String program) {
        List<MappingUsed> used = new ArrayList<>();
        Map<String, ProgramWords.Words> byField = new HashMap<>();
        for (MappingFile file : files) {
            if (programs(file).contains(program)) {
                used.add(file.used());
                Map<String, MappingSpec.WordsSpec> own = file.spec().vocabulary();
                new TreeMap<>(own == null ? Map.of() : own)
                        .forEach((field, spec) -> byField.putIfAbsent(field, words(file, field, spec)));
            }
        }
        return new ProgramWords(used, byField);
    }

    /** The code tables as this program has them. */
    Map<String, CodeTable> tables(String program) {
        Map<String, CodeTable> own = new HashMap<>(tables);
        for (MappingFile file : files) {
            Map<String, String> replaced = file.spec().tables();
            if (programs(file).contains(program) && replaced != null) {
                replaced.forEach((shared, ours) -> {
                    if (known(file, shared) && known(file, shared, ours)) {
                        own.merge(shared, tables.getOrDefault(ours, CodeTable.EMPTY), (all, few) -> few.before(all));
                    }
                });
            }
        }
        return own;
    }

    private boolean known(MappingFile file, String shared) {
        return known(file, shared, shared);
    }

    private boolean known(MappingFile file, String shared, String table) {
        if (!tables.containsKey(table)) {
            complaints.add(
                    file,
                    "/tables/" + shared,
                    "no table codes/" + table + ".csv" + Nearest.hint(table, tables.keySet()) + "; expected one of "
                            + tables.keySet().stream().sorted().toList());
            return false;
        }
        return true;
    }

    private List<String> programs(MappingFile file) {
        MappingSpec.AppliesTo applies = file.spec().appliesTo();
        List<String> programs = applies == null ? List.of() : RuleCompiler.orNone(applies.programs());
        if (programs.isEmpty()) {
            complaints.add(file, "/appliesTo", "expected programs: the programs whose words these are");
        }
        return programs;
    }

    private ProgramWords.Words words(MappingFile file, String field, MappingSpec.WordsSpec spec) {
        String pointer = "/vocabulary/" + field;
        new Checks(file, complaints).field(field, pointer);
        Map<String, String> rename = new HashMap<>();
        Map<String, String> written = spec.rename();
        new TreeMap<>(written == null ? Map.of() : written).forEach((from, to) -> {
            code(file, field, to, pointer + "/rename/" + from);
            rename.put(from.toLowerCase(Locale.ROOT), to);
        });
        RuleCompiler.orNone(spec.only()).forEach(word -> code(file, field, word, pointer + "/only"));
        return new ProgramWords.Words(rename, Set.copyOf(RuleCompiler.orNone(spec.only())));
    }

    /** By some fields the hub itself goes: a program may rename towards its words and choose among them, but not invent others. */
    private void code(MappingFile file, String field, String word, String pointer) {
        Set<String> codes = Vocabulary.codes(field);
        if (!codes.isEmpty() && !codes.contains(word)) {
            complaints.add(
                    file,
                    pointer,
                    "'" + word + "' is no word of the hub for " + field + Nearest.hint(word, codes)
                            + "; expected one of "
                            + String.join(", ", codes.stream().sorted().toList()));
        }
    }
}
