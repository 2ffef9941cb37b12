package org.caseward.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a system may do with a kind of FHIR resource, as SMART App Launch 2 writes it ({@code system/DocumentReference.rs}) or as version 1 did
 * ({@code system/*.write}). A scope with a search restriction ({@code ?category=…}) is none to us: leaving the restriction out would widen it.
 *
 * @param text as it was asked for
 * @param resource a resource type, or {@code *}
 * @param acts some of {@code cruds}: create, read, update, delete, search
 */
public record SmartScope(String text, String resource, String acts) {
    /** What FHIR intake has to give at most: hand in, and see what became of what one handed in oneself. */
    public static final List<SmartScope> OFFERED = List.of(
            new SmartScope("system/DocumentReference.crs", "DocumentReference", "crs"),
            new SmartScope("system/DiagnosticReport.c", "DiagnosticReport", "c"),
            new SmartScope("system/Bundle.c", "Bundle", "c"),
            new SmartScope("system/Binary.c", "Binary", "c"));

    private static final Pattern FORM = Pattern.compile("system/(\\*|[A-Z][A-Za-z]+)\\.(read|write|\\*|c?r?u?d?s?)");

    /** Empty where it is no scope of a system, or one that we do not know. */
    public static Optional<SmartScope> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(2).isEmpty()) {
            return Optional.empty();
        }
        String acts = switch (form.group(2)) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> "cruds";
            default -> form.group(2).toLowerCase(Locale.ROOT);
        };
        return Optional.of(new SmartScope(text, form.group(1), acts));
    }

    public boolean allows(char act, String type) {
        return acts.indexOf(act) >= 0 && (resource.equals("*") || resource.equals(type));
    }

    /** Whether holding it opens anything of what the other one does. */
    public boolean meets(SmartScope other) {
        return (resource.equals("*") || other.resource.equals("*") || resource.equals(other.resource))
                && acts.chars().anyMatch(act -> other.acts.indexOf(act) >= 0);
    }
}
