package org.caseward.review;

import org.springframework.web.servlet.ModelAndView;

/** The page that says why something asked for in the browser is not there or not done. */
final class ObjectionPage {
    private ObjectionPage() {}

    static ModelAndView of(Objection objection) {
        ModelAndView page = new ModelAndView("error", objection.status());
        page.addObject("status", objection.status().value());
        page.addObject("heading", objection.title());
        page.addObject("detail", objection.detail());
        return page;
    }
}
