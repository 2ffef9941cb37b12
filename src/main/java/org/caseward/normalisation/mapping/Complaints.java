package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caseward.normalisation.Complaint;

/** Gathers what is wrong with all files, so that it can be said at once; a base file is compiled with each that extends it, but complained of once. */
final class Complaints {
    private final List<Complaint> all = new ArrayList<>();

    Complaint add(String file, Map<String, Integer> lines, String pointer, String text) {
        Complaint complaint = new Complaint(file, MappingFile.line(lines, pointer), readable(pointer), text);
        all.add(complaint);
        return complaint;
    }

    void add(String file, int line, String text) {
        all.add(new Complaint(file, line, "", text));
    }

    void add(MappingFile file, String pointer, String text) {
        add(file.name(), file.lines(), pointer, text);
    }

    List<Complaint> all() {
        return all.stream().distinct().toList();
    }

    /** {@code /fields/3/from} as {@code fields[3].from}. */
    private static String readable(String pointer) {
        return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replaceFirst("^/", "")
                .replace('/', '.');
    }
}
