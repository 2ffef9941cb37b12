package org.caseward.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;

/** Whether clinical documents are about somebody else than the message that brought them, or about several people. */
final class CdaPeople {
    private static final XPathExecutable PATIENTS = CdaModel.compile("ClinicalDocument/recordTarget/patientRole");
    private static final XPathExecutable FAMILY =
            CdaModel.compile("string-join(patient/name[family][1]/family//text(), '')");
    private static final XPathExecutable BIRTH = CdaModel.compile("patient/birthTime/@value");

    private CdaPeople() {}

    /** A family name in small letters and a day of birth in digits, each empty where it is not told. */
    record Named(String family, String birth) {
        static Named of(@Nullable String family, @Nullable String birth) {
            String digits = birth == null ? "" : birth.replaceAll("[^0-9]", "");
            return new Named(
                    family == null ? "" : family.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""),
                    digits.length() < 8 ? "" : digits.substring(0, 8));
        }

        /** What both tell is not the same; a name that holds the other (a double name) is. */
        boolean differs(Named other) {
            boolean names = !family.isEmpty()
                    && !other.family.isEmpty()
                    && !family.contains(other.family)
                    && !other.family.contains(family);
            boolean births = !birth.isEmpty() && !other.birth.isEmpty() && !birth.equals(other.birth);
            return names || births;
        }

        @Override
        public String toString() {
            return "Named";
        }
    }

    /** @param others whom the message itself names */
    static boolean differ(List<Named> others, List<CdaDocument> clinical) {
        List<Named> all = new ArrayList<>(others);
        for (CdaDocument document : clinical) {
            CdaModel.nodes(PATIENTS, document.root()).stream()
                    .map(CdaPeople::named)
                    .forEach(all::add);
        }
        return !clinical.isEmpty() && all.stream().anyMatch(one -> all.stream().anyMatch(one::differs));
    }

    private static Named named(XdmNode role) {
        return Named.of(
                String.join("", CdaModel.texts(FAMILY, role)),
                CdaModel.texts(BIRTH, role).stream().findFirst().orElse(""));
    }
}
