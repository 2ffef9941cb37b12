package org.caseward.casefile;

import tools.jackson.databind.node.ObjectNode;

/** One row of a feed: an object to be read as a case, or why it is none. */
sealed interface FeedRow {
    long number();

    record Content(long number, ObjectNode object) implements FeedRow {}

    record Broken(long number, String reason) implements FeedRow {}
}
