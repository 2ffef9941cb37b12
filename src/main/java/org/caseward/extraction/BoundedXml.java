package org.caseward.extraction;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.caseward.report.Reason;

/** XML as it is parsed, with what it may not do: declare a document type, or be deeper or larger than any document that is meant well. */
final class BoundedXml extends StreamReaderDelegate {
    /** A CCD of a lifetime has tens of thousands of elements, thirty deep. */
    private static final int MOST_ELEMENTS = 1_000_000;

    private static final int DEEPEST = 200;

    private int elements;
    private int depth;
    private Optional<Reason> refusal = Optional.empty();

    BoundedXml(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case DTD ->
                refuse(
                        "xml-dtd",
                        "The clinical document declares a document type (DOCTYPE), by which a file can make programs open others. It was not read. Ask the sender to export it without that line.");
            case ENTITY_REFERENCE -> refuse("cda-unreadable", BROKEN.formatted(line()));
            case START_ELEMENT -> begin();
            case END_ELEMENT -> depth--;
            default -> {
                // text, comments
            }
        }
        return event;
    }

    private void begin() throws XMLStreamException {
        depth++;
        elements++;
        if (depth > DEEPEST || elements > MOST_ELEMENTS) {
            refuse(
                    "cda-oversize",
                    "The clinical document is nested deeper or has more elements than is read. Open it with care, or ask the sender to send it in parts.");
        }
    }

    static final String BROKEN =
            "The clinical document is no whole XML: it breaks off or is damaged at line %d. Ask the sender to check it and send it again.";

    private void refuse(String code, String text) throws XMLStreamException {
        refusal = Optional.of(new Reason(code, text));
        throw new XMLStreamException(code);
    }

    private int line() {
        return Math.max(getLocation().getLineNumber(), 1);
    }

    /** Why it could not be read to its end. */
    Reason why() {
        return refusal.orElseGet(() -> new Reason("cda-unreadable", BROKEN.formatted(line())));
    }
}
