package org.caseward.intake.portal;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** How a refusal looks to the staff. */
@ControllerAdvice(assignableTypes = {CounterPages.class, AccessPages.class})
class StaffAdvice {
    @ExceptionHandler
    ModelAndView notTaken(NotTaken why) {
        ModelAndView page = new ModelAndView("counter/refused", why.status());
        page.addObject("why", why.title());
        page.addObject("detail", why.detail());
        return page;
    }

    @ExceptionHandler
    ModelAndView broken(MultipartException why) {
        return notTaken(NotTaken.invalid("What was sent did not arrive whole, so nothing was kept. Send it again."));
    }
}
