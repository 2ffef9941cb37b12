package org.caseward.bench.population;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** The agency's case numbers and the insurers' claim numbers: unique, strewn over a tenth of their range, so that a wrong digit often is another case's number. */
final class CaseNumbers {
    /** A prime: multiplying by anything else strews the running numbers over it, none twice. */
    private static final long RANGE = 9_999_991;

    private static final long CASES = 5_003_627;
    private static final long CLAIMS = 2_718_281;

    private CaseNumbers() {}

    static String caseNumber(int running, LocalDate opened) {
        return "IOD-" + opened.getYear() + "-" + seven(running * CASES % RANGE);
    }

    static List<String> claimNumbers(int running, RandomGenerator random) {
        long number = (running * CLAIMS + 77) % RANGE;
        return random.nextInt(5) == 0 ? List.of() : List.of("WC-" + (10 + number % 89) + "-" + seven(number));
    }

    private static String seven(long number) {
        return Long.toString(10_000_000 + number).substring(1);
    }
}
