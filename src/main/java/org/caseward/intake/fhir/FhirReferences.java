package org.caseward.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Whether what a delivery refers to came along or is here: entries of its Bundle, contained resources, and documents that were handed in before as a Binary.
 *
 * @param base the endpoint's own address: what lies elsewhere is not looked for
 * @param held whether this sender handed in a Binary of that id
 */
record FhirReferences(String base, Predicate<String> held) {
    private static final Pattern BINARY = Pattern.compile("Binary/([A-Za-z0-9.-]{1,64})(?:/_history/.*)?");

    void look(Resource resource, FhirContext context, Complaints complaints) {
        for (Inside inside : Inside.of(resource)) {
            references(inside, context, complaints);
            attachments(inside.at(), inside.resource()).forEach(found -> attachment(found, inside, complaints));
        }
    }

    /** The ids of the Binaries handed in before that this delivery names. */
    Set<String> binaries(Resource resource) {
        Set<String> ids = new LinkedHashSet<>();
        for (Inside inside : Inside.of(resource)) {
            attachments(inside.at(), inside.resource())
                    .forEach(found -> binary(found.attachment().getUrl())
                            .filter(id -> !inside.neighbours().contains("Binary/" + id))
                            .ifPresent(ids::add));
        }
        return ids;
    }

    /** @param at where it stands */
    record Attached(String at, Attachment attachment) {}

    static List<Attached> attachments(String at, Resource resource) {
        return switch (resource) {
            case DocumentReference document ->
                numbered(
                        at + ".content[%d].attachment",
                        document.getContent().stream()
                                .map(DocumentReference.DocumentReferenceContentComponent::getAttachment)
                                .toList());
            case DiagnosticReport report -> numbered(at + ".presentedForm[%d]", report.getPresentedForm());
            default -> List.of();
        };
    }

    private static List<Attached> numbered(String at, List<Attachment> attachments) {
        return java.util.stream.IntStream.range(0, attachments.size())
                .mapToObj(i -> new Attached(at.formatted(i), attachments.get(i)))
                .toList();
    }

    private void attachment(Attached found, Inside inside, Complaints complaints) {
        String url = found.attachment().getUrl();
        if (url == null || inside.neighbours().contains(url)) {
            return;
        }
        boolean missing = url.startsWith("urn:")
                || binary(url)
                        .filter(id -> !inside.neighbours().contains("Binary/" + id))
                        .filter(id -> !held.test(id))
                        .isPresent();
        if (missing) {
            complaints.add(
                    IssueType.NOTFOUND,
                    found.at() + ".url",
                    "names a document that is neither in the Bundle nor was handed in before as a Binary");
        }
    }

    private Optional<String> binary(String url) {
        if (url == null) {
            return Optional.empty();
        }
        Matcher ours = BINARY.matcher(url.startsWith(base + "/") ? url.substring(base.length() + 1) : url);
        return ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
    }

    private static void references(Inside inside, FhirContext context, Complaints complaints) {
        Set<String> contained = contained(inside.resource());
        context.newTerser().getAllResourceReferences(inside.resource()).forEach(info -> {
            String target = ((Reference) info.getResourceReference()).getReference();
            String element = inside.at() + "." + info.getName();
            if (target != null
                    && target.startsWith("urn:")
                    && inside.at().contains(".entry[")
                    && !inside.neighbours().contains(target)) {
                complaints.add(IssueType.NOTFOUND, element, "refers to an entry that is not in the Bundle");
            }
            if (target != null && target.length() > 1 && target.startsWith("#") && !contained.contains(target)) {
                complaints.add(IssueType.NOTFOUND, element, "refers to a contained resource that is not there");
            }
        });
    }

    private static Set<String> contained(Resource resource) {
        return resource instanceof DomainResource domain
                ? domain.getContained().stream()
                        .map(inner -> "#"
                                + String.valueOf(inner.getIdElement().getIdPart())
                                        .replaceFirst("^#", ""))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
