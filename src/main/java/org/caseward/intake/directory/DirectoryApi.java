package org.caseward.intake.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caseward.intake.Credential;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The directory over the JSON API, for scripts that set up many clinics. */
@RestController
@RequestMapping("/api/directory")
@AllowedTo(Role.INTEGRATION_ENGINEER)
class DirectoryApi {
    private final Directory directory;

    DirectoryApi(Directory directory) {
        this.directory = directory;
    }

    record Listing<T>(List<T> items, @Nullable String next) {}

    record Told(String text) {}

    record ProviderBody(
            String name,
            @Nullable String npi,
            @Nullable String phone,
            @Nullable String fax) {}

    record ConnectionBody(
            String channel,
            String address,
            List<String> programs,
            @Nullable Boolean enabled,
            @Nullable Integer silentAfterMinutes,
            @Nullable Map<String, String> settings) {}

    record SecretBody(String secret) {
        @Override
        public String toString() {
            return "SecretBody";
        }
    }

    record SenderBody(String key, String provider) {}

    record RemovalBody(String key) {}

    record CredentialBody(String kind, String provider, String value) {}

    @GetMapping("/providers")
    Listing<ProviderEntry> providers() {
        return new Listing<>(directory.providers(), null);
    }

    @PutMapping("/providers/{id}")
    Told provider(Staff staff, @PathVariable String id, @RequestBody ProviderBody body) {
        return told(directory.put(staff, new ProviderEntry(id, body.name(), body.npi(), body.phone(), body.fax())));
    }

    @GetMapping("/connections")
    Listing<ConnectionEntry> connections(Staff staff) {
        return new Listing<>(directory.connections(staff), null);
    }

    @PutMapping("/connections/{id}")
    Told connection(Staff staff, @PathVariable String id, @RequestBody ConnectionBody body) {
        return told(directory.put(
                staff,
                new ConnectionRequest(
                        id,
                        body.channel(),
                        body.address(),
                        body.programs(),
                        !Boolean.FALSE.equals(body.enabled()),
                        body.silentAfterMinutes(),
                        body.settings() == null ? Map.of() : body.settings())));
    }

    @PutMapping("/connections/{id}/secret")
    Told secret(Staff staff, @PathVariable String id, @RequestBody SecretBody body) {
        return told(directory.keepSecret(staff, id, body.secret()));
    }

    @PutMapping("/connections/{id}/senders")
    Told sender(Staff staff, @PathVariable String id, @RequestBody SenderBody body) {
        return told(directory.putSender(staff, id, body.key(), body.provider()));
    }

    /** A post, since a sender's key may be an address or a number, which belongs in no log of addresses asked for. */
    @PostMapping("/connections/{id}/senders/removal")
    Told removeSender(Staff staff, @PathVariable String id, @RequestBody RemovalBody body) {
        return told(directory.removeSender(staff, id, body.key()));
    }

    @PostMapping("/connections/{id}/credentials")
    Told credential(Staff staff, @PathVariable String id, @RequestBody CredentialBody body) {
        return told(directory.addCredential(staff, id, kind(body.kind()), body.provider(), body.value()));
    }

    @DeleteMapping("/connections/{id}/credentials/{credential}")
    Told withdraw(Staff staff, @PathVariable String id, @PathVariable UUID credential) {
        return told(directory.withdraw(staff, id, credential));
    }

    private static Credential.Kind kind(String code) {
        try {
            return Credential.Kind.of(code);
        } catch (IllegalArgumentException e) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "\"kind\" is one of x509-san, x509, ssh-key, jwks, jwks-url, smime and webhook.");
        }
    }

    private static Told told(Change change) {
        return switch (change) {
            case Change.Done done -> new Told(done.text());
            case Change.Refused refused -> throw problem(HttpStatus.BAD_REQUEST, refused.text());
            case Change.Unknown unknown -> throw problem(HttpStatus.NOT_FOUND, unknown.text());
        };
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
