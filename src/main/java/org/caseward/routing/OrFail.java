package org.caseward.routing;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.caseward.report.Outcome;
import org.springframework.stereotype.Component;

/** After a stage in a dry run: what was refused ends the run with the words that a real one would put into quarantine. */
@Component("orFail")
class OrFail implements Processor {
    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        switch (exchange.getMessage().getMandatoryBody(Outcome.class)) {
            case Outcome.Passed<?>(Object value) -> exchange.getMessage().setBody(value);
            case Outcome.Refused<?> refused -> {
                exchange.getMessage()
                        .setBody(java.util.List.of(
                                "state: to quarantined (" + refused.reason().code() + ")"));
                exchange.setRouteStop(true);
            }
        }
    }
}
