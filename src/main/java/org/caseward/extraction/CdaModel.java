package org.caseward.extraction;

import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;

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

    private static final class NoVariables implements net.sf.saxon.lib.EnvironmentVariableResolver {
        @Override
        public java.util.Set<String> getAvailableEnvironmentVariables() {
            return java.util.Set.of();
        }

        @Override
        public @org.jspecify.annotations.Nullable String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
