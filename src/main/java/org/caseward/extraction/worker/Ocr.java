package org.caseward.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.leptonica.global.leptonica;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.caseward.extraction.Word;
import org.caseward.report.Box;

/** Tesseract, loaded once in a worker: one engine reads letters, one tells which way they stand. */
final class Ocr {
    /** After this a page keeps the words read so far; it is well under the limit at which the worker would be killed. */
    private static final int MILLISECONDS_A_PAGE = 40_000;

    private final TessBaseAPI letters;
    private final TessBaseAPI orientation;

    private Ocr(TessBaseAPI letters, TessBaseAPI orientation) {
        this.letters = letters;
        this.orientation = orientation;
    }

    /** @param cache a folder where the language data is unpacked once */
    static Ocr load(Path cache) throws IOException {
        leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE);
        TessBaseAPI letters = engine(unpacked(cache, "eng"), "eng", tesseract.OEM_LSTM_ONLY, tesseract.PSM_AUTO);
        TessBaseAPI orientation =
                engine(unpacked(cache, "osd"), "osd", tesseract.OEM_TESSERACT_ONLY, tesseract.PSM_OSD_ONLY);
        return new Ocr(letters, orientation);
    }

    private static TessBaseAPI engine(Path data, String language, int kind, int pageSegmentation) {
        TessBaseAPI engine = new TessBaseAPI();
        if (engine.Init(data.toString(), language, kind) != 0) {
            throw new IllegalStateException("Tesseract could not load its " + language + " data from " + data);
        }
        engine.SetVariable("debug_file", "/dev/null");
        engine.SetPageSegMode(pageSegmentation);
        return engine;
    }

    /** tess4j's jar carries the data as files; Tesseract wants a folder. Written aside and renamed, since several workers may start at once. */
    private static Path unpacked(Path cache, String language) throws IOException {
        String name = language + ".traineddata";
        try (InputStream data = Ocr.class.getResourceAsStream("/tessdata/" + name)) {
            if (data == null) {
                throw new IOException("tessdata/" + name + " is not on the class path");
            }
            Path folder = Files.createDirectories(cache.resolve("tessdata"));
            Path file = folder.resolve(name);
            if (!Files.exists(file) || Files.size(file) != data.available()) {
                Path aside = Files.createTempFile(folder, name, ".part");
                Files.copy(data, aside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return folder;
        }
    }

    /** @return degrees clockwise by which the page must be turned to stand upright; nothing where too little stands on it */
    OptionalInt orientation(PageImage page) {
        try (IntPointer degrees = new IntPointer(1);
                FloatPointer sure = new FloatPointer(1);
                PointerPointer<BytePointer> script = new PointerPointer<>(1);
                FloatPointer scriptSure = new FloatPointer(1)) {
            orientation.SetImage(page.pix());
            orientation.SetSourceResolution((int) page.dpiX());
            boolean found = orientation.DetectOrientationScript(degrees, sure, script, scriptSure);
            orientation.Clear();
            return found ? OptionalInt.of((360 - degrees.get()) % 360) : OptionalInt.empty();
        }
    }

    /** The words of an upright page in reading order. */
    List<Word> words(PageImage page) {
        letters.SetImage(page.pix());
        letters.SetSourceResolution((int) page.dpiX());
        try (ETEXT_DESC progress = new ETEXT_DESC()) {
            progress.set_deadline_msecs(MILLISECONDS_A_PAGE);
            letters.Recognize(progress);
            return collect(page);
        } finally {
            letters.Clear();
        }
    }

    private List<Word> collect(PageImage page) {
        List<Word> words = new ArrayList<>();
        try (ResultIterator each = letters.GetIterator()) {
            if (each == null || each.isNull()) {
                return words;
            }
            do {
                if (!each.Empty(tesseract.RIL_WORD)) {
                    add(each, page, words);
                }
            } while (each.Next(tesseract.RIL_WORD));
        }
        return words;
    }

    private static void add(ResultIterator each, PageImage page, List<Word> words) {
        BytePointer bytes = each.GetUTF8Text(tesseract.RIL_WORD);
        if (bytes == null) {
            return;
        }
        String text = bytes.getString(StandardCharsets.UTF_8).strip();
        bytes.deallocate();
        if (!text.isEmpty()) {
            words.add(new Word(text, box(each, page), each.Confidence(tesseract.RIL_WORD) / 100.0));
        }
    }

    private static Box box(ResultIterator each, PageImage page) {
        int[] left = new int[1];
        int[] top = new int[1];
        int[] right = new int[1];
        int[] bottom = new int[1];
        each.BoundingBox(tesseract.RIL_WORD, left, top, right, bottom);
        double width = page.width();
        double height = page.height();
        return new Box(left[0] / width, top[0] / height, (right[0] - left[0]) / width, (bottom[0] - top[0]) / height);
    }
}
