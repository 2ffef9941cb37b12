package org.caseward.bench.lookup;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Population;
import org.caseward.casefile.CaseFile;
import tools.jackson.databind.json.JsonMapper;

/** The cases of a range of people as an NDJSON feed, written while it is read. */
final class FeedOfCases extends InputStream {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Population population;
    private final Progress progress;
    private final int end;
    private int next;
    private byte[] lines = {};
    private int at;

    FeedOfCases(Population population, int from, int end, Progress progress) {
        this.population = population;
        this.progress = progress;
        this.next = from;
        this.end = end;
    }

    @Override
    public int read() {
        return fill() ? lines[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, lines.length - at);
        System.arraycopy(lines, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (at == lines.length && next < end) {
            List<CaseFile> cases = population.casesOf(next++);
            StringBuilder text = new StringBuilder();
            cases.forEach(file -> text.append(JSON.writeValueAsString(file)).append('\n'));
            lines = text.toString().getBytes(StandardCharsets.UTF_8);
            at = 0;
            progress.advance(cases.size());
        }
        return at < lines.length;
    }
}
