package org.caseward.normalisation.mapping;

import java.util.Map;
import org.caseward.normalisation.MappingUsed;

/**
 * A mapping file that kept to the schema.
 *
 * @param lines of its parts, by JSON pointer
 */
record MappingFile(String name, MappingSpec spec, String hash, Map<String, Integer> lines) {
    MappingUsed used() {
        return new MappingUsed(spec.id(), spec.version(), hash);
    }

    /** The line of that part, or of the nearest part around it. */
    static int line(Map<String, Integer> lines, String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }
}
