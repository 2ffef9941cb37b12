package org.caseward.demo.samples;

import java.util.List;
import java.util.stream.Stream;
import org.caseward.demo.world.DemoWorld;

/** Every sample of the demo, by channel, in the order they are sent. */
public final class DemoReports {
    private DemoReports() {}

    /** The same samples with the same bytes for the same world. */
    public static List<Sample> of(DemoWorld world, FaxLines lines, String mailbox) {
        Cast cast = new Cast(world);
        List<Sample> mllp = new MllpSamples(cast).make();
        List<Sample> fhir = new FhirSamples(cast).make();
        List<Sample> fax = new FaxSamples(cast, lines, fhir.getFirst()).make();
        List<Sample> email = new EmailSamples(cast, mailbox).make();
        return Stream.of(mllp, fhir, fax, email).flatMap(List::stream).toList();
    }
}
