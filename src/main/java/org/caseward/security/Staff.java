package org.caseward.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.access.AccessDeniedException;

/**
 * Somebody (a person or an API client) who has signed in.
 *
 * @param name user name or client id
 * @param roles the roles held, by program; a program's code has only letters, digits, dots, hyphens and underscores
 */
public record Staff(String name, Map<String, Set<Role>> roles) {
    // the database is told the programs as one comma-separated setting: a comma in a code would be a hole in the wall
    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9._-]+");

    public Staff {
        roles = Map.copyOf(roles);
        roles.keySet().forEach(Staff::checkProgram);
    }

    private static void checkProgram(String program) {
        if (!PROGRAM.matcher(program).matches()) {
            throw new IllegalArgumentException(
                    "A program's code may hold letters, digits, dots, hyphens and underscores only");
        }
    }

    public List<String> programs() {
        return roles.keySet().stream().sorted().toList();
    }

    public boolean has(Role role) {
        return roles.values().stream().anyMatch(held -> held.contains(role));
    }

    public boolean has(Role role, String program) {
        return roles.getOrDefault(program, Set.of()).contains(role);
    }

    /** @throws AccessDeniedException (403) unless one of the roles is held in some program */
    public void require(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(this::has)) {
            throw new AccessDeniedException("None of the roles needed is held");
        }
    }

    /** @throws AccessDeniedException (403) unless one of the roles is held in this program */
    public void require(String program, Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(role -> has(role, program))) {
            throw new AccessDeniedException("None of the roles needed is held in this program");
        }
    }

    /** The same person with only these roles, and only the programs where one of them is held. */
    public Staff acting(Role... as) {
        Map<String, Set<Role>> left = new HashMap<>();
        roles.forEach((program, held) -> {
            Set<Role> kept = EnumSet.noneOf(Role.class);
            Arrays.stream(as).filter(held::contains).forEach(kept::add);
            if (!kept.isEmpty()) {
                left.put(program, Set.copyOf(kept));
            }
        });
        return new Staff(name, left);
    }
}
