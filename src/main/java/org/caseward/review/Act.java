package org.caseward.review;

import java.util.List;
import java.util.Optional;

/** What a person may decide about a report that waits. */
sealed interface Act {
    /** The word used outside and in {@code hub.decision.action}. */
    String word();

    /**
     * File it on these cases; none named: on those where the version is filed that it takes the place of.
     *
     * @param program only needed where a report without a program names cases whose numbers stand in several programs
     * @param onClosed said out loud: a closed case is meant
     */
    record Accept(List<String> caseNumbers, Optional<String> program, boolean onClosed) implements Act {
        public Accept {
            caseNumbers = List.copyOf(caseNumbers);
        }

        @Override
        public String word() {
            return "accept";
        }
    }

    /** It belongs on no case here. */
    record Reject(String reason) implements Act {
        @Override
        public String word() {
            return "reject";
        }
    }

    /** It is several documents: each list of page numbers becomes a report of its own. */
    record Split(List<List<Integer>> parts) implements Act {
        public Split {
            parts = parts.stream().map(List::copyOf).toList();
        }

        @Override
        public String word() {
            return "split";
        }
    }

    /**
     * It was filed on the wrong case: it is withdrawn there and filed on the other.
     *
     * @param onClosed said out loud: a closed case is meant
     */
    record Move(String from, String to, String reason, boolean onClosed) implements Act {
        @Override
        public String word() {
            return "move";
        }
    }

    /** The provider has to send more; the report keeps waiting. */
    record RequestMore(List<String> findings, String note) implements Act {
        public RequestMore {
            findings = List.copyOf(findings);
        }

        @Override
        public String word() {
            return "request_more";
        }
    }
}
