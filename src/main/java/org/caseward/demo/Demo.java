package org.caseward.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caseward.demo.samples.DemoReports;
import org.caseward.demo.samples.FaxLines;
import org.caseward.demo.samples.Sample;
import org.caseward.demo.senders.FaxSpool;
import org.caseward.demo.senders.FhirClient;
import org.caseward.demo.senders.HubClient;
import org.caseward.demo.senders.Postbox;
import org.caseward.demo.senders.ProviderDesk;
import org.caseward.demo.world.DemoWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outside world of a running hub: loads its cases, sends it reports, and sees where each of them ends. */
public final class Demo {
    private static final int LOOK_EVERY_MILLIS = 500;

    private final EndpointsView endpoints;
    private final DemoOptions options;
    private final HubClient hub;
    private final DemoWorld world = DemoWorld.make();

    private Demo(EndpointsView endpoints, DemoOptions options) {
        this.endpoints = endpoints;
        this.options = options;
        hub = new HubClient(
                endpoints.token(),
                endpoints.apiClient().id(),
                endpoints.apiClient().secret());
    }

    /**
     * Starting it again on the same data sends the same deliveries again: the hub knows them, and the manifest still holds.
     *
     * @return 0 where every sample ended as the manifest says, within the options' patience; else 1
     * @throws IOException where the hub does not answer, or does not take the cases
     */
    public static int run(EndpointsView endpoints, DemoOptions options) throws IOException, InterruptedException {
        Demo demo = new Demo(endpoints, options);
        demo.loadCases();
        return options.send() ? demo.sendAndWatch() : 0;
    }

    /** The samples of the demo, for whoever checks them. */
    public static List<Sample> samples(DemoWorld world) {
        return DemoReports.of(world, lines());
    }

    private static FaxLines lines() {
        return new FaxLines(DemoSetup.FAX_POLICE, DemoSetup.FAX_CITY, DemoSetup.FAX_SHARED);
    }

    private void loadCases() throws IOException, InterruptedException {
        HttpResponse<String> response =
                hub.post(URI.create(endpoints.api() + "/cases"), "application/x-ndjson", world.casesNdjson());
        if (response.statusCode() != 200) {
            throw new IOException("The hub did not take the cases: it answered " + response.statusCode());
        }
        JsonNode taken = JsonMapper.shared().readTree(response.body());
        int accepted = taken.path("accepted").asInt(0);
        if (accepted != world.cases().size()) {
            throw new IOException(
                    "The hub took " + accepted + " of " + world.cases().size()
                            + " cases; the first reason: "
                            + taken.path("errors").path(0).path("reason").asString("none given"));
        }
        options.out().println(accepted + " open cases of " + world.people().size() + " people loaded.");
    }

    private int sendAndWatch() throws IOException, InterruptedException {
        List<Sample> samples = DemoReports.of(
                world, lines(), endpoints.sftp().isPresent(), endpoints.smtp().map(Postbox.Server::address));
        Manifest.write(options.data(), samples);
        ReportsApi api = new ReportsApi(hub, endpoints.api());
        DemoWatch watch = new DemoWatch(samples, api);
        DemoTable table = new DemoTable(options.out(), options.terminal(), watch);
        table.head();
        List<Thread> senders = send(samples, watch, api);
        Instant end = Instant.now().plus(options.patience());
        while (!watch.allSettled() && Instant.now().isBefore(end)) {
            lookIfItAnswers(watch);
            table.draw();
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        senders.forEach(Thread::interrupt);
        watch.lookAtAll();
        table.draw();
        Map<Standing, List<String>> differences = watch.differences();
        table.summary(differences);
        return differences.isEmpty() ? 0 : 1;
    }

    /** A hub that does not answer now may do so again before the time is up. */
    private static void lookIfItAnswers(DemoWatch watch) throws InterruptedException {
        try {
            watch.look();
        } catch (IOException e) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** Every channel has its own line of samples, so that a slow one holds up no other. */
    private List<Thread> send(List<Sample> samples, DemoWatch watch, ReportsApi api) {
        ProviderDesk desk = desk();
        return samples.stream().collect(Collectors.groupingBy(Sample::channel)).values().stream()
                .map(line -> Thread.ofPlatform()
                        .name("sender-" + line.getFirst().channel().code())
                        .daemon()
                        .start(new SendingLine(line, desk, watch, api, options.out())))
                .toList();
    }

    private ProviderDesk desk() {
        EndpointsView.Mllp mllp =
                endpoints.mllp().orElseThrow(() -> new IllegalStateException("endpoints.json names no mllp listener"));
        return new ProviderDesk(
                mllp.client(),
                endpoints.mllps().map(EndpointsView.Mllps::client).orElseGet(mllp::client),
                new FhirClient(endpoints.fhirSender(), endpoints.fhir()),
                new FaxSpool(
                        endpoints
                                .faxSpool()
                                .orElseThrow(() -> new IllegalStateException("endpoints.json names no faxSpool")),
                        120_000),
                endpoints.sftp().map(EndpointsView.Sftp::dropBox),
                endpoints.portal().map(EndpointsView.Portal::client),
                endpoints.smtp().map(Postbox::new));
    }
}
