package org.caseward.normalisation.cda;

import java.util.List;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import org.caseward.extraction.CdaModel;

/** An XPath 3.1 over a clinical document, compiled. Names without a prefix are CDA's; {@code sdtc:} and {@code xsi:} are known. */
public record CdaPath(String text, XPathExecutable compiled) {
    /** @throws IllegalArgumentException where it is no XPath */
    public static CdaPath parse(String text) {
        return new CdaPath(text, CdaModel.compile(text));
    }

    /** What it finds, seen from that node; a path that does not fit this document finds nothing in it. */
    List<XdmItem> in(XdmNode from) {
        return CdaModel.items(compiled, from);
    }
}
