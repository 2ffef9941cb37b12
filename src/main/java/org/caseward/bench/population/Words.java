package org.caseward.bench.population;

import java.nio.file.Path;

/** The vocabulary to use here: that of the public samples where they lie beside the project, else our own small one. */
final class Words {
    private static final Path SAMPLES = Path.of("..", "shared", "corpora", "matching");

    private Words() {}

    private static final class Held {
        static final Vocabulary HERE = PublicSamples.present(SAMPLES) ? PublicSamples.read(SAMPLES) : BuiltIn.words();
    }

    static Vocabulary here() {
        return Held.HERE;
    }
}
