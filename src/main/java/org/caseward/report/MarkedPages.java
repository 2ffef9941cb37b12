package org.caseward.report;

import java.util.ArrayList;
import java.util.List;

/** The marks of a scanned batch, page by page. */
public record MarkedPages(List<SeparatorMark> marks) {
    public MarkedPages {
        marks = List.copyOf(marks);
    }

    public int pages() {
        return marks.size();
    }

    /** Page numbers, from 1, of the sheets between reports. */
    public List<Integer> sheets() {
        List<Integer> sheets = new ArrayList<>();
        for (int page = 1; page <= marks.size(); page++) {
            if (marks.get(page - 1) == SeparatorMark.SHEET) {
                sheets.add(page);
            }
        }
        return sheets;
    }

    /** The page numbers, from 1, of each report. Several sheets in a row are one boundary; a batch of nothing but sheets has no report. */
    public List<List<Integer>> reports() {
        List<List<Integer>> reports = new ArrayList<>();
        boolean begin = true;
        for (int page = 1; page <= marks.size(); page++) {
            SeparatorMark mark = marks.get(page - 1);
            if (mark == SeparatorMark.SHEET) {
                begin = true;
                continue;
            }
            if (begin || mark == SeparatorMark.FIRST_PAGE) {
                reports.add(new ArrayList<>());
                begin = false;
            }
            reports.getLast().add(page);
        }
        return reports;
    }
}
