package org.caseward.extraction;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.WhitespaceStrippingPolicy;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmNode;

/**
 * Parses clinical documents within limits. A document type (DTD) is refused at its first sign, so that no entity is ever resolved or unfolded; nothing outside the bytes is opened, whatever
 * they name.
 */
final class CdaDocuments {
    private static final XMLInputFactory FACTORY = factory();
    private static final XPathExecutable ROOT = CdaModel.compile("ClinicalDocument");
    /** Blanks between elements mean nothing, except in the text that people read. */
    private static final WhitespaceStrippingPolicy BETWEEN_ELEMENTS = WhitespaceStrippingPolicy.makeCustomPolicy(
            name -> !Set.of("text", "content", "paragraph", "td", "th", "item", "caption", "linkHtml")
                    .contains(name.getLocalName()));
    /** Characters; a document with scans inside is tens of megabytes. */
    private static final int LONGEST = 64 << 20;

    private CdaDocuments() {}

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 20);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
        return factory;
    }

    /** Whether these bytes are a clinical document, told by the first element, whatever they were declared as. */
    static boolean is(byte[] content) {
        return XmlText.opens(content) && CdaStart.of(XmlText.head(content)).isPresent();
    }

    /** @param at where in the received message it stands; empty where it is all that was received */
    static CdaDocument parse(byte[] content, String at) throws UnreadableException {
        if (content.length > LONGEST) {
            throw new UnreadableException(
                    "cda-oversize",
                    "The clinical document is larger than the " + (LONGEST >> 20)
                            + " MB that are read. Ask the sender to send it in parts.");
        }
        String text = XmlText.of(content);
        String mended = CdaStart.of(text).map(start -> start.mended(text)).orElse(text);
        CdaDocument document = new CdaDocument(at, tree(mended));
        if (CdaModel.items(ROOT, document.root()).isEmpty()) {
            throw new UnreadableException(
                    "cda-namespace",
                    "The document calls itself a clinical document but not one of HL7 version 3 (urn:hl7-org:v3). Ask the sender for a C-CDA.");
        }
        return document;
    }

    private static XdmNode tree(String text) throws UnreadableException {
        BoundedXml xml = bounded(text);
        try {
            DocumentBuilder builder = CdaModel.PROCESSOR.newDocumentBuilder();
            builder.setWhitespaceStrippingPolicy(BETWEEN_ELEMENTS);
            return builder.build(new StAXSource(xml));
        } catch (SaxonApiException | SaxonApiUncheckedException | IllegalStateException broken) {
            throw new UnreadableException(xml.why());
        }
    }

    private static BoundedXml bounded(String text) throws UnreadableException {
        try {
            return new BoundedXml(FACTORY.createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException broken) {
            throw new UnreadableException("cda-unreadable", BoundedXml.BROKEN.formatted(1));
        }
    }
}
