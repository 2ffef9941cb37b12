package org.caseward.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;

/** The one XPath engine of the hub for clinical documents. It opens nothing: no file, no address, no variable of the machine, no class. */
public final class CdaModel {
    /** CDA R2 is in HL7 version 3's namespace. */
    public static final String NAMESPACE = "urn:hl7-org:v3";

    static final String EXTENSIONS = "urn:hl7-org:sdtc";
    static final String TYPES = "http://www.w3.org/2001/XMLSchema-instance";
    static final Processor PROCESSOR = processor();

    private CdaModel() {}

    private static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoVariables());
        processor.setConfigurationProperty(Feature.LINE_NUMBERING, false);
        return processor;
    }

    /** @throws IllegalArgumentException where it is no XPath 3.1 */
    public static XPathExecutable compile(String xpath) {
        XPathCompiler compiler = PROCESSOR.newXPathCompiler();
        compiler.declareNamespace("", NAMESPACE);
        compiler.declareNamespace("sdtc", EXTENSIONS);
        compiler.declareNamespace("xsi", TYPES);
        try {
            return compiler.compile(xpath);
        } catch (SaxonApiException wrong) {
            throw new IllegalArgumentException("'" + xpath + "' is no XPath: " + wrong.getMessage(), wrong);
        }
    }

    /** The text of each item found, seen from that node. */
    static List<String> texts(XPathExecutable path, XdmNode from) {
        return items(path, from).stream().map(XdmItem::getStringValue).toList();
    }

    /** The nodes found, seen from that node. */
    static List<XdmNode> nodes(XPathExecutable path, XdmNode from) {
        return items(path, from).stream()
                .filter(XdmNode.class::isInstance)
                .map(XdmNode.class::cast)
                .toList();
    }

    /** What a path finds; nothing where it does not fit this document. */
    public static List<XdmItem> items(XPathExecutable path, XdmNode from) {
        try {
            XPathSelector selector = path.load();
            selector.setContextItem(from);
            List<XdmItem> found = new ArrayList<>();
            selector.forEach(found::add);
            return found;
        } catch (SaxonApiException | SaxonApiUncheckedException notHere) {
            return List.of();
        }
    }

    private static final class NoVariables implements EnvironmentVariableResolver {
        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public @Nullable String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
