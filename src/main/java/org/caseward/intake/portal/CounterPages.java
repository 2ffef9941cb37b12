package org.caseward.intake.portal;

import static org.caseward.security.Role.COORDINATOR;
import static org.caseward.security.Role.SENIOR_COORDINATOR;
import static org.caseward.security.Role.SUPERVISOR;
import static org.caseward.security.Role.TRIAGE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.intake.Connection;
import org.caseward.intake.Delivery;
import org.caseward.security.AllowedTo;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The staff hand in what came by mail or over the counter, alone or as a scanned batch. */
@Controller
@AllowedTo({COORDINATOR, SENIOR_COORDINATOR, SUPERVISOR, TRIAGE})
class CounterPages {
    private final PortalDesk desk;
    private final PortalConnections connections;
    private final CounterList list;
    private final Batches batches;

    CounterPages(PortalDesk desk, PortalConnections connections, CounterList list, Batches batches) {
        this.desk = desk;
        this.connections = connections;
        this.list = list;
        this.batches = batches;
    }

    @GetMapping("/counter")
    String form(Staff staff, Model model) {
        model.addAttribute("places", connections.of(staff));
        model.addAttribute("providers", connections.providers());
        model.addAttribute("submission", UUID.randomUUID());
        model.addAttribute("uploadId", UUID.randomUUID());
        model.addAttribute("today", LocalDate.now());
        model.addAttribute("largest", desk.largest());
        model.addAttribute("handed", list.latest(connections.ids(staff)));
        return "counter/counter";
    }

    @PostMapping(path = "/counter")
    String handIn(
            Staff staff,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String how,
            @RequestParam(required = false) @Nullable String came,
            @RequestParam(required = false) @Nullable String submission,
            @RequestParam(required = false) @Nullable String uploadId,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable String claimNumber,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String batch,
            @RequestParam(required = false) @Nullable List<MultipartFile> file) {
        Connection connection = connections.of(staff, place == null ? "" : place);
        Optional<String> from = Optional.ofNullable(provider).filter(id -> !id.isBlank());
        Submission handed = new Submission(
                Submission.id(submission),
                "counter".equals(how) ? Handed.COUNTER : Handed.MAIL,
                Optional.of(day(came)),
                Submission.about(about),
                Submission.words(claimNumber, note));
        from.ifPresent(id -> connections.know(connection, id));
        desk.take(
                new HandOver(staff.name(), from, connection, Optional.empty(), "staff/" + staff.name()),
                handed,
                PortalUploads.files(uploadId, file),
                batch == null ? Delivery.Lane.DOCUMENTS : Delivery.Lane.BATCHES);
        return "redirect:/counter/" + handed.id();
    }

    private static LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = typed == null || typed.isBlank() ? LocalDate.now() : LocalDate.parse(typed);
            if (day.isAfter(LocalDate.now())) {
                throw NotTaken.invalid("The day it came lies in the future. Nothing was kept. Correct the date.");
            }
            return day;
        } catch (DateTimeException e) {
            throw NotTaken.invalid("The day it came is no date. Nothing was kept. Write it as 2026-11-02.");
        }
    }

    @GetMapping("/counter/{id}")
    String submission(@PathVariable String id, Staff staff, Model model) {
        CounterList.Shown shown = shown(staff, id);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "receipts",
                shown.files().stream()
                        .map(file -> new Receipt(
                                file,
                                batches.of(staff, file.receiptNumber()),
                                batches.parts(staff, file.receiptNumber())))
                        .toList());
        return "counter/handed";
    }

    /** A file with its reports, and how it was split where it was a batch. */
    record Receipt(CounterList.HandedIn file, Optional<Batches.Scan> scan, List<Batches.Part> parts) {}

    private CounterList.Shown shown(Staff staff, String id) {
        return list.one(staff, connections.ids(staff), id).orElseThrow(NotTaken::unknown);
    }

    @PostMapping("/counter/{id}/split")
    String splitAnew(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(required = false) @Nullable String pages,
            Staff staff) {
        boolean ofThis = shown(staff, id).files().stream()
                .anyMatch(file -> file.receiptNumber().equals(receipt));
        if (!ofThis || receipt == null) {
            throw NotTaken.unknown();
        }
        batches.splitAnew(staff, receipt, PageRanges.of(pages == null ? "" : pages));
        return "redirect:/counter/" + id;
    }

    @GetMapping(path = "/counter/separator-sheet.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> separatorSheet() {
        return ResponseEntity.ok()
                .header("Content-Disposition", "inline; filename=\"separator-sheet.pdf\"")
                .body(SeparatorSheetPdf.make());
    }
}
