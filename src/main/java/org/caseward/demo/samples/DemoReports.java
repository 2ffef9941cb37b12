package org.caseward.demo.samples;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.demo.world.DemoWorld;

/** Every sample of the demo, by channel, in the order they are sent. */
public final class DemoReports {
    private DemoReports() {}

    /** The same samples with the same bytes for the same world. */
    public static List<Sample> of(DemoWorld world, FaxLines lines) {
        return of(world, lines, false, Optional.empty());
    }

    /**
     * @param sftp whether the hub has an SFTP server to drop files on
     * @param mailbox the address to mail to, where the hub has a mailbox
     */
    public static List<Sample> of(DemoWorld world, FaxLines lines, boolean sftp, Optional<String> mailbox) {
        Cast cast = new Cast(world);
        List<Sample> mllp = new MllpSamples(cast).make();
        List<Sample> fhir = new FhirSamples(cast).make();
        List<Sample> fax = new FaxSamples(cast, lines, fhir.getFirst()).make();
        List<Sample> mllps = new MllpsSamples(cast).make();
        List<Sample> dropped = sftp ? new SftpSamples(cast).make() : List.of();
        List<Sample> portal = new PortalSamples(cast).make();
        List<Sample> email =
                mailbox.map(address -> new EmailSamples(cast, address).make()).orElse(List.of());
        return Stream.of(mllp, fhir, fax, mllps, dropped, portal, email)
                .flatMap(List::stream)
                .toList();
    }
}
