package org.caseward.intake.portal;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.caseward.intake.Delivery;
import org.caseward.intake.IntakeDoor;
import org.caseward.intake.Receipted;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes files that people hand in: each is one delivery with a receipt of its own. When {@link #take} returns they are durable. */
@Component
class PortalDesk {
    private static final Pattern UPLOAD_ID = Pattern.compile("[A-Za-z0-9._-]{8,80}");

    private final IntakeDoor door;
    private final Submissions submissions;
    private final long largest;

    PortalDesk(
            IntakeDoor door,
            Submissions submissions,
            // bytes; as large as the largest MLLP message
            @Value("${caseward.portal.largest:33554432}") long largest) {
        this.door = door;
        this.submissions = submissions;
        this.largest = largest;
    }

    /** A file and the receipt it has got. */
    record Taken(HandedFile file, Receipted receipt) {}

    long largest() {
        return largest;
    }

    /**
     * @param lane where a batch is split before it is read, or at once to be read
     * @throws NotTaken where a file is refused (then none of them is kept), or what was kept so far can't be answered for: send the same again
     */
    List<Taken> take(HandOver from, Submission submission, List<HandedFile> files, Delivery.Lane lane) {
        if (files.isEmpty()) {
            throw NotTaken.invalid("No file was chosen, so nothing was kept. Choose at least one.");
        }
        List<Delivery> deliveries = files.stream()
                .map(file -> delivery(from, submission, file, lane))
                .toList();
        try {
            submissions.begin(from, submission);
            return java.util.stream.IntStream.range(0, files.size())
                    .mapToObj(i -> taken(from, submission, files.get(i), deliveries.get(i)))
                    .toList();
        } catch (IntakeDoor.Closed e) {
            throw later("The portal is closed for the moment. ");
        } catch (OutageException | DataAccessException e) {
            throw later("Something of ours is down, so it could not be kept for sure. ");
        }
    }

    private static NotTaken later(String why) {
        return new NotTaken(
                HttpStatus.SERVICE_UNAVAILABLE,
                why
                        + "Send the same again in a few minutes: your files are still with you, and what has been kept already is not kept twice.");
    }

    private Taken taken(HandOver from, Submission submission, HandedFile file, Delivery delivery) {
        Receipted receipt = door.deliver(delivery);
        submissions.add(from, submission.id(), file, receipt);
        return new Taken(file, receipt);
    }

    private Delivery delivery(HandOver from, Submission submission, HandedFile file, Delivery.Lane lane) {
        if (!UPLOAD_ID.matcher(file.uploadId()).matches()) {
            throw NotTaken.invalid(
                    "`uploadId` must be 8 to 80 letters, digits, dots, hyphens or underscores, another for each file. Nothing was kept.");
        }
        FileKind kind = kind(file);
        return new Delivery(
                Channel.PORTAL,
                from.connection().address(),
                from.provider().orElse(""),
                from.keyedBy() + '/' + file.uploadId(),
                file.uploadId(),
                kind.mediaType(),
                lane,
                file.bytes(),
                Map.of("handed", submission.handed().code(), "about", submission.about()));
    }

    private FileKind kind(HandedFile file) {
        if (file.bytes().length == 0) {
            throw NotTaken.invalid(
                    "A file is empty, so nothing was kept. Look at it on your computer and choose it again.");
        }
        if (file.bytes().length > largest) {
            throw new NotTaken(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "A file is larger than the " + largest / (1024 * 1024)
                            + " MB that are taken at once. Nothing was kept. Save or scan it in parts, or with 200 dots per inch in black and white.");
        }
        return FileKind.of(file)
                .orElseThrow(
                        () -> new NotTaken(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "A file is none of PDF, TIFF, PNG, JPEG, plain text or C-CDA. Nothing was kept. Save or print it as a PDF and send that."));
    }
}
