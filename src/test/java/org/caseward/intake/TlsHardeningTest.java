package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The hardening script on the MLLPS port: the quick look by sslscan; testssl.sh takes minutes and is left to whoever runs the script. */
class TlsHardeningTest extends ReceivingHub {
    @Test
    void theTlsPortOffersNothingThatIsNoLongerSafe() throws Exception {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v sslscan").start().waitFor())
                .as("sslscan is not installed: THE TLS PORTS WERE NOT SCANNED (Debian: apt-get install sslscan)")
                .isZero();
        ProcessBuilder script = new ProcessBuilder("src/test/hardening/tls.sh", "127.0.0.1:" + securePort);
        script.environment().put("TLS_FAST", "1");
        Process run = script.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said).contains("No finding");
    }
}
