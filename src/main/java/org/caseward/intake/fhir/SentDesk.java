package org.caseward.intake.fhir;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.intake.Connection;
import org.caseward.report.OutageException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Shows a sender what it handed in by its own connection and how that stands; nobody else's, and nothing of a case. */
@Component
public class SentDesk {
    private static final String TYPE = "DocumentReference";
    private static final String CURSOR = "_cursor";
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final FhirGate gate;
    private final SentReports reports;

    SentDesk(FhirGate gate, SentReports reports) {
        this.gate = gate;
        this.reports = reports;
    }

    @Read
    public DocumentReference read(@IdParam IdType id) {
        Connection from = gate.open('r', TYPE);
        return uuid(id.getIdPart())
                .flatMap(report -> orAgain(() -> reports.one(from, report)))
                .map(SentDocument::of)
                .orElseThrow(() -> new ResourceNotFoundException("You have handed in nothing of this id."));
    }

    /** Newest first. The system of an identifier is not looked at: the value is what a delivery is known by. */
    @Search(type = DocumentReference.class)
    public Bundle search(
            @OptionalParam(name = "identifier") @Nullable TokenParam identifier,
            @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
            @OptionalParam(name = CURSOR) @Nullable StringParam cursor,
            @Count @Nullable Integer count,
            RequestDetails request) {
        Connection from = gate.open('s', TYPE);
        int page = Math.clamp(count == null ? PAGE : count, 0, LARGEST_PAGE);
        SentReports.Asked asked = new SentReports.Asked(
                Optional.ofNullable(identifier).map(TokenParam::getValue),
                Optional.ofNullable(updated)
                        .map(DateRangeParam::getLowerBoundAsInstant)
                        .map(Date::toInstant),
                // the upper bound is the last moment that still counts
                Optional.ofNullable(updated)
                        .map(DateRangeParam::getUpperBoundAsInstant)
                        .map(last -> last.toInstant().plusMillis(1)),
                Optional.ofNullable(cursor).map(SentDesk::after),
                page + 1);
        List<SentReports.Sent> found = page == 0 ? List.of() : orAgain(() -> reports.list(from, asked));
        return bundle(found, page, request);
    }

    private static Bundle bundle(List<SentReports.Sent> found, int page, RequestDetails request) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(request.getCompleteUrl());
        List<SentReports.Sent> shown = found.subList(0, Math.min(found.size(), page));
        if (found.size() > page) {
            bundle.addLink().setRelation("next").setUrl(next(request, shown.getLast(), page));
        }
        for (SentReports.Sent sent : shown) {
            bundle.addEntry()
                    .setFullUrl(request.getFhirServerBase() + "/" + TYPE + "/" + sent.report())
                    .setResource(SentDocument.of(sent))
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return bundle;
    }

    private static String next(RequestDetails request, SentReports.Sent last, int page) {
        StringBuilder next = new StringBuilder(request.getFhirServerBase())
                .append('/')
                .append(TYPE)
                .append('?');
        request.getParameters().forEach((name, values) -> {
            if (!name.equals(CURSOR) && !name.equals("_count")) {
                for (String value : values) {
                    next.append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                            .append('&');
                }
            }
        });
        return next.append("_count=").append(page) + "&" + CURSOR + "=" + last.receipt();
    }

    private static UUID after(StringParam cursor) {
        return uuid(cursor.getValue())
                .orElseThrow(() -> new InvalidRequestException(
                        "_cursor is no place in a list: follow the next link of the page before."));
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> T orAgain(java.util.function.Supplier<T> work) {
        return FhirKeeping.orAgain(() -> {
            try {
                return work.get();
            } catch (DataAccessException e) {
                throw new OutageException("What was handed in can't be looked up", e);
            }
        });
    }
}
