package org.caseward.intake.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caseward.intake.Delivery;
import org.caseward.security.ProviderLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where a provider's files come in: from the page's script (one file a request, JSON back) or from its plain form (several, a page back). */
@Controller
class PortalUploads {
    private final PortalDesk desk;
    private final PortalConnections connections;

    PortalUploads(PortalDesk desk, PortalConnections connections) {
        this.desk = desk;
        this.connections = connections;
    }

    /** @param again the very same had come before; this is its receipt */
    record Receipt(String uploadId, String receipt, boolean again) {}

    /** @param page where the receipt can be read and printed */
    record Answer(UUID submission, String page, List<Receipt> receipts) {}

    @PostMapping("/portal/uploads")
    ResponseEntity<?> upload(
            @AuthenticationPrincipal ProviderLogin login,
            @RequestParam(required = false) @Nullable String submission,
            @RequestParam(required = false) @Nullable String uploadId,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable String claimNumber,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestHeader(required = false) @Nullable String accept) {
        Submission handed = new Submission(
                Submission.id(submission),
                Handed.PORTAL,
                Optional.empty(),
                Submission.about(about),
                Submission.words(claimNumber, note));
        List<PortalDesk.Taken> taken =
                desk.take(connections.of(login), handed, files(uploadId, file), Delivery.Lane.DOCUMENTS);
        String page = "/portal/submissions/" + handed.id();
        return accept != null && accept.contains("json")
                ? json(handed.id(), page, taken)
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(page))
                        .build();
    }

    private static ResponseEntity<?> json(UUID submission, String page, List<PortalDesk.Taken> taken) {
        List<Receipt> receipts = taken.stream()
                .map(one -> new Receipt(
                        one.file().uploadId(),
                        one.receipt().receiptNumber(),
                        one.receipt().again()))
                .toList();
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Answer(submission, page, receipts));
    }

    /** A form that sends several files has one id for all: each gets it with its place. */
    static List<HandedFile> files(@Nullable String uploadId, @Nullable List<MultipartFile> sent) {
        List<MultipartFile> chosen = Objects.requireNonNullElse(sent, List.<MultipartFile>of()).stream()
                // a form without a choice sends a part without a name
                .filter(file -> !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                                .isEmpty()
                        || !file.isEmpty())
                .toList();
        List<HandedFile> files = new ArrayList<>();
        for (MultipartFile file : chosen) {
            String id = Objects.requireNonNullElse(uploadId, "");
            files.add(handed(chosen.size() == 1 ? id : id + "-" + (files.size() + 1), file));
        }
        return files;
    }

    private static HandedFile handed(String uploadId, MultipartFile file) {
        try {
            return new HandedFile(
                    uploadId,
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    Objects.requireNonNullElse(file.getContentType(), ""),
                    file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
