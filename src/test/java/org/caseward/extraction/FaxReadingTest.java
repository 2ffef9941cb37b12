package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.caseward.report.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaxReadingTest {
    private static final List<String> WORDS =
            Arrays.asList(String.join(" ", TypedPage.REPORT).trim().split("\\s+"));
    private static Reader reader;

    @BeforeAll
    static void start() {
        reader = new Reader();
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void readsAFineFaxInGroup4() {
        Page page = onlyPage(FaxTiff.of(FaxTiff.GROUP_4, 204, 196, TypedPage.drawn(204, 196)));
        assertThat(page.method()).isEqualTo("ocr");
        assertThat(found(page)).isGreaterThan(0.95);
        assertThat(page.words())
                .allSatisfy(word -> assertThat(word.confidence()).isBetween(0.0, 1.0));
    }

    @Test
    void readsAStandardFaxInGroup3WhosePixelsAreNotSquare() {
        Page page = onlyPage(FaxTiff.of(FaxTiff.GROUP_3, 204, 98, TypedPage.drawn(204, 98)));
        assertThat(found(page)).isGreaterThan(0.9);
        assertThat(page.height() / (double) page.width()).isBetween(1.27, 1.32);
    }

    @ParameterizedTest(name = "fed {0} quarter turns wrong")
    @ValueSource(ints = {1, 2, 3})
    void turnsAPageUpright(int quarters) {
        BufferedImage drawn = quarters % 2 == 0 ? TypedPage.drawn(204, 196) : TypedPage.drawn(196, 204);
        Page page = onlyPage(FaxTiff.of(FaxTiff.GROUP_4, 204, 196, TypedPage.turned(drawn, quarters)));
        assertThat(page.rotated()).isEqualTo(360 - quarters * 90);
        assertThat(found(page)).isGreaterThan(0.95);
        assertThat(page.height()).isGreaterThan(page.width());
        PagePicture.of(reader, page);
    }

    @Test
    void readsAStandardFaxThroughSpeckles() {
        BufferedImage page = TypedPage.speckled(TypedPage.drawn(TypedPage.REPORT, 204, 98, 0.8), 0.004, 7);
        assertThat(found(onlyPage(FaxTiff.of(FaxTiff.GROUP_3, 204, 98, page)))).isGreaterThan(0.85);
    }

    @Test
    void takesTheModeFromTheSizeWhereTheTagsSayNothing() {
        BufferedImage page = TypedPage.drawn(1728 / 8.5, 98);
        Page read = onlyPage(FaxTiff.of(FaxTiff.GROUP_4, 1, 1, page));
        assertThat(read.height() / (double) read.width()).isBetween(1.25, 1.35);
        assertThat(found(read)).isGreaterThan(0.9);
    }

    @Test
    void turnsAStandardPageUpright() {
        BufferedImage upsideDown = TypedPage.turned(TypedPage.drawn(204, 98), 2);
        Page page = onlyPage(FaxTiff.of(FaxTiff.GROUP_3, 204, 98, upsideDown));
        assertThat(page.rotated()).isEqualTo(180);
        assertThat(found(page)).isGreaterThan(0.9);
    }

    @Test
    void readsThroughSpecklesAndASlant() {
        BufferedImage page = TypedPage.speckled(TypedPage.drawn(TypedPage.REPORT, 204, 196, 1.5), 0.01, 7);
        assertThat(found(onlyPage(FaxTiff.of(FaxTiff.GROUP_4, 204, 196, page)))).isGreaterThan(0.9);
    }

    @Test
    void wordsLieWhereTheyAreOnTheStoredPicture() {
        Page page = onlyPage(FaxTiff.of(FaxTiff.GROUP_4, 204, 196, TypedPage.drawn(TypedPage.REPORT, 204, 196, -1.5)));
        page.words().stream()
                .filter(word ->
                        word.text().equals("Quillfeather") || word.text().equals("WC-88-120934"))
                .forEach(PagePicture.of(reader, page)::assertHolds);
    }

    @Test
    void readsOnlyThePagesOfASplitOffPart() {
        byte[] fax = FaxTiff.of(
                FaxTiff.GROUP_4,
                204,
                196,
                TypedPage.drawn(204, 196),
                TypedPage.drawn(List.of("Second sheet of the county clinic fax"), 204, 196, 0),
                TypedPage.drawn(204, 196));
        List<Page> pages = reader.read("image/tiff", fax, 2).pages();
        assertThat(pages).extracting(Page::number).containsExactly(2);
        assertThat(Reader.text(pages.getFirst())).contains("Second sheet");
    }

    @Test
    void aBlankPagePassesWithANoteSoThatAPersonSeesIt() {
        byte[] fax = FaxTiff.of(
                FaxTiff.GROUP_4, 204, 196, TypedPage.drawn(204, 196), TypedPage.drawn(List.of(), 204, 196, 0));
        ExtractedReport report = reader.read("image/tiff", fax);
        assertThat(report.pages()).hasSize(2);
        assertThat(report.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("page-unreadable");
            assertThat(note.text()).contains("Page 2");
        });
    }

    @Test
    void aPageOfNoisePassesWithANote() {
        BufferedImage noise = TypedPage.speckled(TypedPage.drawn(List.of(), 204, 196, 0), 0.35, 3);
        ExtractedReport report = reader.read("image/tiff", FaxTiff.of(FaxTiff.GROUP_4, 204, 196, noise));
        assertThat(report.notes()).extracting(Reason::code).containsExactly("page-unreadable");
    }

    @Test
    void aDamagedPageDoesNotTakeTheOthersWithIt() {
        byte[] fax = FaxTiff.of(FaxTiff.GROUP_4, 204, 196, TypedPage.drawn(204, 196), TypedPage.drawn(204, 196));
        FaxTiff.damageSecondPage(fax);
        ExtractedReport report = reader.read("image/tiff", fax);
        assertThat(report.pages()).extracting(Page::number).containsExactly(1, 2);
        assertThat(found(report.pages().getFirst())).isGreaterThan(0.95);
        assertThat(report.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("Page 2"));
    }

    @Test
    void aDamagedTiffIsRefusedAndTellsWhatToDo() {
        byte[] fax = FaxTiff.of(FaxTiff.GROUP_4, 204, 196, TypedPage.drawn(204, 196));
        Reason cutOff = reader.refusal("image/tiff", Arrays.copyOf(fax, fax.length / 3));
        Reason garbage = reader.refusal("image/tiff", "no picture at all".getBytes(StandardCharsets.UTF_8));
        assertThat(List.of(cutOff, garbage)).allSatisfy(reason -> {
            assertThat(reason.code()).isEqualTo("tiff-unreadable");
            assertThat(reason.text()).contains("send it again");
        });
    }

    private static Page onlyPage(byte[] tiff) {
        ExtractedReport report = reader.read("image/tiff", tiff);
        assertThat(report.notes()).isEmpty();
        assertThat(report.pages()).hasSize(1);
        return report.pages().getFirst();
    }

    /** The share of the report's words that were read exactly. */
    private static double found(Page page) {
        List<String> read = page.words().stream().map(Word::text).toList();
        long hits = WORDS.stream().filter(read::contains).count();
        return hits / (double) WORDS.size();
    }
}
