package org.caseward.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a delivery refers to came along or is here: entries of its Bundle, and documents that were handed in before as a Binary. (A contained
 * resource that is missing is refused by the strict parser itself.)
 *
 * @param base the endpoint's own address: what lies elsewhere is not looked for
 * @param held whether this sender handed in a Binary of that id
 */
record FhirReferences(String base, Predicate<String> held) {
    private static final Pattern HELD = Pattern.compile("(?:.*/)?Binary/([0-9a-f]{64})(?:/_history/.*)?");
    private static final Pattern OURS = Pattern.compile("Binary/[A-Za-z0-9.-]{1,64}");

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
                    .forEach(found -> held(found.attachment().getUrl()).ifPresent(ids::add));
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
        if (url == null) {
            return;
        }
        boolean here =
                held(url).map(held::test).orElseGet(() -> inside.neighbours().contains(relative(url)));
        if (!here
                && (held(url).isPresent()
                        || url.startsWith("urn:")
                        || OURS.matcher(relative(url)).matches())) {
            complaints.add(
                    IssueType.NOTFOUND,
                    found.at() + ".url",
                    "names a document that is neither in the Bundle nor was handed in before as a Binary");
        }
    }

    /** Whatever looks like the id of a held document must be one of this sender's, wherever the address seems to lead: it is looked up by that id later. */
    private static Optional<String> held(@Nullable String url) {
        Matcher named = HELD.matcher(url == null ? "" : url);
        return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private String relative(String url) {
        return url.startsWith(base + "/") ? url.substring(base.length() + 1) : url;
    }

    private static void references(Inside inside, FhirContext context, Complaints complaints) {
        context.newTerser().getAllResourceReferences(inside.resource()).forEach(info -> {
            String target = ((Reference) info.getResourceReference()).getReference();
            String element = inside.at() + "." + info.getName();
            if (target != null
                    && target.startsWith("urn:")
                    && inside.at().contains(".entry[")
                    && !inside.neighbours().contains(target)) {
                complaints.add(IssueType.NOTFOUND, element, "refers to an entry that is not in the Bundle");
            }
        });
    }
}
