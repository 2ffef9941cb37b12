package org.caseward.extraction;

import java.util.List;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmNode;

/**
 * A clinical document as a text that a person reads: who and what it is about, then its sections in their order. Numbers of sections are those of the places that values name
 * ({@code component[3]/section} is section 3).
 */
final class CdaSheet {
    /** About 240 pages; more than any person reads of one document. */
    private static final int LONGEST = 1_000_000;

    private static final String NAMED =
            "let $n := function($name) { normalize-space(string-join($name//text(), ' ')) }, $d := function($at) { replace($at, '^(\\d{4})(\\d{2})(\\d{2}).*$', '$1-$2-$3') } return ";
    private static final List<XPathExecutable> HEAD = List.of(
            CdaModel.compile(
                    "upper-case(string((ClinicalDocument/title[normalize-space()], ClinicalDocument/code/@displayName)[1]))"),
            CdaModel.compile(
                    NAMED
                            + "for $r in ClinicalDocument/recordTarget/patientRole return 'Patient: ' || $n($r/patient/name[1]) || ($r/patient/birthTime/@value ! ('   born ' || $d(.))) || ($r/patient/administrativeGenderCode/@code ! ('   ' || .))"),
            CdaModel.compile(
                    "for $i in ClinicalDocument/recordTarget/patientRole/id[@extension][not(@root = '2.16.840.1.113883.4.1')] return 'Number: ' || $i/@extension || ($i/@assigningAuthorityName ! (' (' || . || ')'))"),
            CdaModel.compile(
                    NAMED
                            + "for $a in ClinicalDocument/author/assignedAuthor return 'Author: ' || string-join(($n($a/assignedPerson/name[1]), $n($a/representedOrganization/name[1]))[. != ''], ', ')"),
            CdaModel.compile(
                    NAMED
                            + "for $s in ClinicalDocument/legalAuthenticator return 'Signed: ' || string-join(($n($s/assignedEntity/assignedPerson/name[1]), $s/time/@value ! $d(.))[. != ''], ', ')"),
            CdaModel.compile(
                    NAMED
                            + "for $t in ClinicalDocument/componentOf/encompassingEncounter/effectiveTime return 'Visit: ' || string-join(($t/@value, $t/low/@value, $t/high/@value) ! $d(.), ' to ')"),
            CdaModel.compile(NAMED + "for $t in ClinicalDocument/effectiveTime/@value return 'Written: ' || $d($t)"));
    private static final XPathExecutable SECTIONS =
            CdaModel.compile("ClinicalDocument/component/structuredBody/component/section");
    private static final XPathExecutable INNER = CdaModel.compile("component/section");
    private static final XPathExecutable TITLE =
            CdaModel.compile("upper-case(normalize-space(string((title[normalize-space()], code/@displayName)[1])))");
    private static final XPathExecutable TEXT = CdaModel.compile("text");
    private static final XPathExecutable NUMBER = CdaModel.compile("1 + count(../preceding-sibling::component)");

    private final StringBuilder out = new StringBuilder();

    private CdaSheet() {}

    /** Empty where it has no sections: then its body is the document. */
    static String of(CdaDocument document) {
        List<XdmNode> sections = CdaModel.nodes(SECTIONS, document.root());
        if (sections.isEmpty()) {
            return "";
        }
        CdaSheet sheet = new CdaSheet();
        HEAD.forEach(path -> CdaModel.texts(path, document.root()).stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> sheet.out.append(line).append('\n')));
        sections.forEach(section -> sheet.section(section, ""));
        return sheet.whole();
    }

    private void section(XdmNode section, String before) {
        String number = before + String.join("", CdaModel.texts(NUMBER, section));
        out.append('\n')
                .append(String.join("", CdaModel.texts(TITLE, section)))
                .append("  [section ")
                .append(number)
                .append("]\n");
        CdaModel.nodes(TEXT, section)
                .forEach(text -> out.append(CdaNarrative.plain(text)).append('\n'));
        CdaModel.nodes(INNER, section).forEach(inner -> section(inner, number + "."));
    }

    private String whole() {
        return out.length() <= LONGEST
                ? out.toString()
                : out.substring(0, LONGEST)
                        + "\n[The rest is too long to be drawn. It stands in the document as received.]";
    }
}
