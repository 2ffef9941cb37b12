package org.caseward.intake.fax.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.caseward.intake.Connection;
import org.caseward.intake.Connections;
import org.caseward.intake.IntakeDoor;
import org.caseward.intake.fax.FaxReceived;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes a fax service's call: proves it, fetches the pages, keeps them, and only then says so. */
@Component
class FaxWebhookDesk {
    private final Connections connections;
    private final FaxProfiles profiles;
    private final CallCheck check;
    private final MediaFetch media;
    private final IntakeDoor door;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    FaxWebhookDesk(
            Connections connections,
            FaxProfiles profiles,
            CallCheck check,
            MediaFetch media,
            IntakeDoor door,
            JdbcClient jdbc,
            JsonMapper json) {
        this.connections = connections;
        this.profiles = profiles;
        this.check = check;
        this.media = media;
        this.door = door;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param status 2xx only where the receipt is durable, or where there was nothing to keep */
    record Told(int status, String text, @Nullable String receipt) {}

    Told take(String name, HttpServletRequest request, byte[] body) {
        Optional<Connection> service = connections.find(Channel.FAX, "service:" + name);
        Optional<FaxProfile> profile =
                service.flatMap(s -> s.setting("profile")).flatMap(profiles::find);
        if (service.isEmpty() || profile.isEmpty() || !check.proves(profile.get(), service.get(), request, body)) {
            return new Told(
                    401,
                    "This call is not proven, so nothing was kept. Compare the key or password and the clock on both sides.",
                    null);
        }
        String type = Optional.ofNullable(request.getContentType()).orElse("application/json");
        return Call.read(json, type, body)
                .map(call -> take(name, service.get(), profile.get(), call))
                .orElseGet(() -> new Told(400, "This is neither JSON nor a form, so nothing was kept.", null));
    }

    private Told take(String name, Connection service, FaxProfile profile, Call call) {
        if (call.text(profile.event().at())
                .filter(profile.event().takes()::contains)
                .isEmpty()) {
            return new Told(200, "This event brings no fax; nothing was to be kept.", null);
        }
        Optional<String> id = call.text(profile.fax().id());
        Optional<String> called = call.text(profile.fax().to());
        if (id.isEmpty() || called.isEmpty()) {
            return new Told(
                    422,
                    "The call names no fax id or no number called, so nothing was kept. The profile may not fit the service any more.",
                    null);
        }
        return keep(name, service, profile, call, id.get(), called.get());
    }

    /** A service that calls again may have deleted the pages meanwhile: what has its receipt is not asked for again for ever. */
    private Optional<String> known(String service, String id) {
        return jdbc.sql("""
                        select r.receipt_number from report r join receipt c on c.id = r.receipt
                        where r.control_id = ? and c.channel = 'fax' and c.facts ->> 'service' = ? and r.state <> 'quarantined' limit 1""").params(id, service).query(String.class).optional();
    }

    private Told keep(String name, Connection service, FaxProfile profile, Call call, String id, String called) {
        Optional<String> address = call.text(profile.media().url());
        if (address.isPresent() && !media.allowed(service, address.get())) {
            return new Told(
                    422,
                    "The pages lie on a host that this connection does not name in its setting hosts, so nothing was fetched or kept.",
                    null);
        }
        try {
            Optional<byte[]> pages = address.map(media::fetch)
                    .or(() -> call.base64(profile.media().base64()))
                    .or(() -> Optional.ofNullable(
                            Boolean.TRUE.equals(profile.media().file()) ? call.file() : null));
            if (pages.filter(bytes -> bytes.length > 0).isEmpty()) {
                return new Told(
                        422,
                        "The call brings no pages, so nothing was kept. Resend the fax from the service's own list.",
                        null);
            }
            FaxReceived fax = new FaxReceived(
                    id,
                    call.text(profile.fax().from()).orElse(""),
                    called,
                    call.text(profile.fax().receivedAt()).orElse(null),
                    call.text(profile.fax().pages())
                            .filter(n -> n.matches("\\d{1,5}"))
                            .map(Integer::valueOf)
                            .orElse(null),
                    FaxReceived.mediaType(pages.get()),
                    pages.get(),
                    name);
            return new Told(200, "Kept.", door.deliver(fax.delivery()).receiptNumber());
        } catch (IntakeDoor.Closed e) {
            return new Told(
                    503, "This channel is stopped at the moment. Nothing was kept. Please call again later.", null);
        } catch (OutageException e) {
            return known(name, id)
                    .map(receipt -> new Told(200, "This fax has its receipt already.", receipt))
                    .orElseGet(() -> new Told(503, "The fax could not be kept. Please call again.", null));
        }
    }
}
