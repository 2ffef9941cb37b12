package org.caseward.security;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody (a person or an API client) who has signed in.
 *
 * @param name user name or client id
 * @param roles the roles held, by program
 */
public record Staff(String name, Map<String, Set<Role>> roles) {
    public Staff {
        roles = Map.copyOf(roles);
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
}
