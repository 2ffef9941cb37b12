package org.caseward;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * The demo's options.
 *
 * @param portBase every port derives from it: pages and APIs, then MLLP +1, database +2, broker +3
 */
record DemoArguments(Path data, int portBase, boolean send, boolean exitWhenDone) {
    private static final int DEFAULT_PORT = 8080;

    /** @throws IllegalArgumentException in words for the person who typed */
    static DemoArguments of(List<String> arguments) {
        Path data = Path.of("data", "demo");
        int port = DEFAULT_PORT;
        boolean send = true;
        boolean exit = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = Path.of(value(option, rest));
                case "--port-base" -> port = port(value(option, rest));
                case "--no-send" -> send = false;
                case "--exit-when-done" -> exit = true;
                default ->
                    throw new IllegalArgumentException("demo does not know the option " + option
                            + ". It takes --no-send, --data DIR, --port-base N and --exit-when-done.");
            }
        }
        return new DemoArguments(data.toAbsolutePath(), port, send, exit);
    }

    private static int port(String text) {
        if (!text.matches("\\d{4,5}") || Integer.parseInt(text) > 65_000) {
            throw new IllegalArgumentException("--port-base needs a number from 1024 to 65000, such as 8080.");
        }
        return Integer.parseInt(text);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.next();
    }
}
