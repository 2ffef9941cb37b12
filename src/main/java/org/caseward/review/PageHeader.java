package org.caseward.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.security.WhoAsks;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page, whichever room it comes from, what the layout says about the person: name, programs, and which doors to offer. */
@ControllerAdvice(annotations = Controller.class)
class PageHeader {
    /** @param path the address asked for, so that the layout marks where one is */
    record Me(
            String name,
            List<String> programs,
            boolean reviews,
            boolean rereads,
            boolean oversees,
            boolean watches,
            boolean audits,
            String path) {
        static Me of(Staff staff, String path) {
            return new Me(
                    staff.name(),
                    staff.programs(),
                    Sight.of(staff).works(),
                    !Sight.of(staff).decides().isEmpty(),
                    staff.has(Role.SUPERVISOR) || staff.has(Role.AUDITOR),
                    staff.has(Role.INTEGRATION_ENGINEER),
                    staff.has(Role.AUDITOR),
                    path);
        }

        /** Whether this or something below it is shown. */
        public boolean at(String address) {
            return path.equals(address) || path.startsWith(address + "/");
        }
    }

    private final WhoAsks whoAsks;

    PageHeader(WhoAsks whoAsks) {
        this.whoAsks = whoAsks;
    }

    @ModelAttribute("me")
    @Nullable
    Me me(HttpServletRequest request) {
        try {
            return whoAsks.in(request)
                    .map(staff -> Me.of(staff, request.getRequestURI()))
                    .orElse(null);
        } catch (DataAccessException e) {
            // the page that says the database is away must not need it
            return null;
        }
    }

    /** Why something asked for in the browser is not there or not done; the API says the same in a problem document of its own. */
    @ExceptionHandler
    ModelAndView objected(Objection.Raised raised, HttpServletRequest request) {
        Objection objection = raised.objection();
        ModelAndView page = new ModelAndView("error", objection.status());
        // what an exception handler answers gets no model attributes by itself
        page.addObject("me", me(request));
        page.addObject("status", objection.status().value());
        page.addObject("heading", objection.title());
        page.addObject("detail", objection.detail());
        return page;
    }
}
