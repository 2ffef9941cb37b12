package org.caseward.routing;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.caseward.register.Quarantine;
import org.caseward.report.Outcome;
import org.springframework.stereotype.Component;

/** After a stage that may refuse: what passed goes on, what was refused goes to quarantine and its way ends here. */
@Component("unlessRefused")
class UnlessRefused implements Processor {
    private final Quarantine quarantine;

    UnlessRefused(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        switch (exchange.getMessage().getMandatoryBody(Outcome.class)) {
            case Outcome.Passed<?>(Object value) -> exchange.getMessage().setBody(value);
            case Outcome.Refused<?> refused -> {
                quarantine.refused(refused);
                exchange.setRouteStop(true);
            }
        }
    }
}
