package org.caseward.extraction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one document may cost us. What goes beyond is refused with its reason, never read half.
 *
 * @param documentMegabytes of one document's bytes
 * @param pages read of one document
 * @param pageMegapixels of one page of an image file
 * @param pageTime without a finished page after which the worker is killed
 * @param documentTime for the whole document: 300 pages of fax take about five minutes
 */
@ConfigurationProperties("caseward.extraction")
public record ReadingLimits(
        @DefaultValue("100") int documentMegabytes,
        @DefaultValue("300") int pages,
        @DefaultValue("200") int pageMegapixels,
        @DefaultValue("120s") Duration pageTime,
        @DefaultValue("20m") Duration documentTime) {
    public static final ReadingLimits DEFAULT =
            new ReadingLimits(100, 300, 200, Duration.ofSeconds(120), Duration.ofMinutes(20));
}
