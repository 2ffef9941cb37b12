package org.caseward.bench.intake;

import java.nio.charset.StandardCharsets;

/** An ORU^R01 of 1.5 kB, as a laboratory sends it; everybody in it is made up. */
final class Messages {
    static final String SENDER = "LABSYS|CITYHOSP";
    private static final int SIZE = 1500;

    private Messages() {}

    static byte[] oru(String id) {
        StringBuilder text = new StringBuilder(SIZE + 100);
        text.append("MSH|^~\\&|" + SENDER + "|HUB|AGENCY|20261121120000||ORU^R01|")
                .append(id)
                .append("|P|2.5.1\r");
        text.append("PID|1||").append(id).append("^^^CITYHOSP^MR||MARLOWE^JANE^Q||19800214|F\r");
        text.append("OBR|1|ORD77|FIL77|11502-2^LABORATORY REPORT.TOTAL^LN|||20261120101500||||||||||||||||||F\r");
        for (int i = 1; i <= 9; i++) {
            text.append("OBX|")
                    .append(i)
                    .append("|NM|718-")
                    .append(i)
                    .append("^Component ")
                    .append(i);
            text.append("^LN||1").append(i).append(".4|g/dL|12.0-15.5|N|||F|||20261120101500\r");
        }
        text.append("NTE|1||");
        while (text.length() < SIZE) {
            text.append("May return to modified duty pending review. ");
        }
        return text.append('\r').toString().getBytes(StandardCharsets.US_ASCII);
    }
}
