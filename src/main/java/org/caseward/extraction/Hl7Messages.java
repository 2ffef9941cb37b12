package org.caseward.extraction;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Parses HL7 v2 as it really comes: any version, into segments and fields, without judging them. */
@Component
class Hl7Messages {
    private final HapiContext context = new DefaultHapiContext();
    private final PipeParser parser;

    Hl7Messages() {
        context.setModelClassFactory(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        context.getParserConfiguration().setAllowUnknownVersions(true);
        parser = context.getPipeParser();
    }

    @PreDestroy
    void close() throws IOException {
        context.close();
    }

    Message parse(byte[] content) throws UnreadableException {
        Hl7Header header = Hl7Header.of(Hl7Text.of(content));
        try {
            Message message = parser.parse(header.parseable());
            restore(message, header);
            return message;
        } catch (HL7Exception | RuntimeException | StackOverflowError broken) {
            throw new UnreadableException(
                    "hl7-unreadable",
                    "The HL7 message could not be taken apart ("
                            + broken.getClass().getSimpleName()
                            + "). Look at its segments and separators, and ask the sender to send it again.");
        }
    }

    /** What was put in only to satisfy the parser goes out again: the message says what its sender said. */
    private static void restore(Message message, Hl7Header header) throws HL7Exception {
        Segment msh = (Segment) message.get("MSH");
        for (Hl7Header.Patch patch : header.patches()) {
            Terser.set(msh, patch.field(), 0, 1, 1, patch.original().isEmpty() ? null : patch.original());
            if (patch.components() > 1) {
                Terser.set(msh, patch.field(), 0, 2, 1, null);
            }
        }
    }
}
