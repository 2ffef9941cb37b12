package org.caseward.intake.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;

/** What the operation {@code $submit-attachment} needs (Da Vinci CDex 2.1, OperationDefinition/submit-attachment). Who sends is known by the token, so PayerId, OrganizationId and ProviderId may be left out. */
final class AttachmentCheck {
    private static final Set<String> KNOWN = Set.of(
            "TrackingId",
            "AttachTo",
            "PayerId",
            "OrganizationId",
            "ProviderId",
            "MemberId",
            "ServiceDate",
            "Attachment",
            "Final");
    private static final Set<String> PURPOSES = Set.of("claim", "preauth");

    private AttachmentCheck() {}

    static void look(Parameters parameters, Complaints complaints) {
        identifier(parameters, "TrackingId", complaints);
        identifier(parameters, "MemberId", complaints);
        List<ParametersParameterComponent> all = parameters.getParameter();
        for (int i = 0; i < all.size(); i++) {
            String at = "Parameters.parameter[" + i + "]";
            ParametersParameterComponent one = all.get(i);
            if (!KNOWN.contains(String.valueOf(one.getName()))) {
                complaints.add(IssueType.NOTSUPPORTED, at + ".name", "is none of this operation's parameters");
            }
            if ("Attachment".equals(one.getName())) {
                attachment(one, at, complaints);
            }
        }
        if (all.stream().noneMatch(one -> "Attachment".equals(one.getName()))) {
            missing("Attachment", complaints);
        }
        if (all.stream()
                .noneMatch(one -> "AttachTo".equals(one.getName())
                        && one.getValue() instanceof PrimitiveType<?> code
                        && PURPOSES.contains(code.getValueAsString()))) {
            complaints.add(
                    IssueType.REQUIRED,
                    "Parameters.parameter.where(name='AttachTo').value",
                    "must be claim or preauth");
        }
    }

    private static void identifier(Parameters parameters, String name, Complaints complaints) {
        if (parameters.getParameter().stream()
                .noneMatch(one -> name.equals(one.getName())
                        && one.getValue() instanceof Identifier identifier
                        && identifier.hasValue())) {
            missing(name, complaints);
        }
    }

    private static void attachment(ParametersParameterComponent attachment, String at, Complaints complaints) {
        if (attachment.getPart().stream().noneMatch(part -> "Content".equals(part.getName()) && part.hasResource())) {
            complaints.add(IssueType.REQUIRED, at + ".part.where(name='Content').resource", "is required and missing");
        }
    }

    private static void missing(String name, Complaints complaints) {
        complaints.add(
                IssueType.REQUIRED, "Parameters.parameter.where(name='" + name + "')", "is required and missing");
    }
}
