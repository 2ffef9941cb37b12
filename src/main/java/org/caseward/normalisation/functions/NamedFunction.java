package org.caseward.normalisation.functions;

/** One step of a rule's {@code with} list. Never throws, whatever the text. */
@FunctionalInterface
public interface NamedFunction {
    Result apply(String text);
}
