package org.caseward.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.matching.rematch.WaitingKeys;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.normalisation.SourceStatus;
import org.caseward.register.PersonNamed;
import org.caseward.register.Register;
import org.caseward.register.SourceVersion;
import org.caseward.register.SourceVersions;
import org.caseward.register.VersionChain;
import org.caseward.register.VersionStanding;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;
import org.caseward.report.Reason;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.caseward.report.Step;
import org.caseward.report.StepTaken;
import org.springframework.stereotype.Component;

/**
 * What a new version of a report does to the others, by the source's words and times and never by the order of arrival. Where the earlier one still waits, it is set aside
 * at once; where it is filed, a person decides. Called inside the transaction that records the report.
 */
@Component
class Corrections {
    private final SourceVersions versions;
    private final Register register;
    private final WaitingKeys waiting;

    Corrections(SourceVersions versions, Register register, WaitingKeys waiting) {
        this.versions = versions;
        this.register = register;
        this.waiting = waiting;
    }

    /** A version that waited and no longer has to. */
    record Done(ReportId report, Reason reason, Step step) {}

    /** The decision as the other versions leave it, and those that it sets aside. */
    record Settled(Decision decision, Optional<SourceVersion> version, List<Done> done) {}

    Settled settle(Decision decision) {
        Optional<VersionStanding> subject = subject(decision);
        if (subject.isEmpty()) {
            return new Settled(decision, Optional.empty(), List.of());
        }
        versions.hold(subject.get().version());
        VersionChain chain =
                new VersionChain(subject.get(), versions.related(subject.get().version()));
        Settled settled = VersionVerdict.of(decision, chain);
        return new Settled(settled.decision(), Optional.of(subject.get().version()), settled.done());
    }

    void carryOut(Settled settled) {
        settled.version().ifPresent(versions::keep);
        for (Done done : settled.done()) {
            // one that a person decided just now is being filed: its filing asks again
            if (register.move(done.report(), ReportState.IN_REVIEW, ReportState.REJECTED, Optional.of(done.reason()))) {
                register.add(
                        done.report(),
                        List.of(StepTaken.ok(done.step(), done.reason().text())));
                waiting.forget(done.report());
            }
        }
    }

    private static Optional<VersionStanding> subject(Decision decision) {
        NormalisedReport report = decision.report().matched().normalised();
        ReceivedReport received = report.extracted().received();
        SourceVersion version = version(report.status(), received);
        if (!version.isNumbered() || !received.pages().isEmpty()) {
            // a part that was split off shares its numbers with its siblings and is no version of them
            return Optional.empty();
        }
        return Optional.of(new VersionStanding(
                version,
                received.receiptNumber(),
                ReportState.RECEIVED,
                null,
                received.programs(),
                decision.report().matched().match().program(),
                person(report.fields())));
    }

    private static SourceVersion version(SourceStatus status, ReceivedReport received) {
        return new SourceVersion(
                received.id(),
                received.provider().map(id -> "provider:" + id).orElse("connection:" + received.connection()),
                SourceVersion.Kind.valueOf(status.kind().name()),
                status.at(),
                status.version(),
                status.numbers(),
                Stream.concat(status.aliases().stream(), HubNames.of(received).stream())
                        .toList(),
                status.replaces().stream().map(HubNames::plain).toList());
    }

    private static PersonNamed person(Fields fields) {
        return new PersonNamed(
                texts(fields, FieldNames.FAMILY), texts(fields, FieldNames.BIRTH_DATE), texts(fields, FieldNames.MRN));
    }

    private static Set<String> texts(Fields fields, String name) {
        return fields.all(name).stream().map(FieldValue::value).collect(Collectors.toSet());
    }

    /** The decision with further reasons for a person. */
    static Decision asked(Decision decision, List<Reason> more) {
        if (more.isEmpty()) {
            return decision;
        }
        List<Reason> reasons = new ArrayList<>(more);
        if (decision instanceof Decision.Review review) {
            reasons.addAll(review.reasons());
        }
        return new Decision.Review(decision.report(), reasons);
    }
}
