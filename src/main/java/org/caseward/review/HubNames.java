package org.caseward.review;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseward.report.Channel;
import org.caseward.report.ReceivedReport;

/** By which name the hub itself answered for a report: a FHIR client that corrects it later may name it by the address it was given. */
final class HubNames {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:.*/)?[A-Z][A-Za-z]+/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-\\d+)?(?:/_history/.*)?");

    private HubNames() {}

    static List<String> of(ReceivedReport received) {
        return received.channel() == Channel.FHIR ? List.of("hub:" + received.id()) : List.of();
    }

    /** A name as its source wrote it; an address of ours without its host and version. */
    static String plain(String name) {
        Matcher address = ADDRESS.matcher(name);
        return address.matches() ? "hub:" + address.group(1) : name;
    }
}
