package org.caseward.casefile;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a text in capital Latin letters without accents, as somebody at a counter in the United States would. */
final class Latin {
    private static final Map<Character, String> LETTERS = letters(
            "ßSS",
            "ẞSS",
            "ÆAE",
            "ŒOE",
            "ØO",
            "ŁL",
            "ĐD",
            "ÐD",
            "ÞTH",
            "İI",
            "ıI",
            "ĦH",
            "ŊNG",
            // Cyrillic, Russian and Ukrainian
            "АA",
            "БB",
            "ВV",
            "ГG",
            "ДD",
            "ЕE",
            "ЖZH",
            "ЗZ",
            "ИI",
            "ЙY",
            "КK",
            "ЛL",
            "МM",
            "НN",
            "ОO",
            "ПP",
            "РR",
            "СS",
            "ТT",
            "УU",
            "ФF",
            "ХKH",
            "ЦTS",
            "ЧCH",
            "ШSH",
            "ЩSHCH",
            "ЪI",
            "ЫY",
            "Ь",
            "ЭE",
            "ЮYU",
            "ЯYA",
            "ЄYE",
            "ІI",
            "ЇI",
            "ҐG",
            "ЁE",
            // Greek
            "ΑA",
            "ΒV",
            "ΓG",
            "ΔD",
            "ΕE",
            "ΖZ",
            "ΗI",
            "ΘTH",
            "ΙI",
            "ΚK",
            "ΛL",
            "ΜM",
            "ΝN",
            "ΞX",
            "ΟO",
            "ΠP",
            "ΡR",
            "ΣS",
            "ΤT",
            "ΥY",
            "ΦF",
            "ΧCH",
            "ΨPS",
            "ΩO");

    private Latin() {}

    static String capitals(String text) {
        return ascii(text) ? text.toUpperCase(Locale.ROOT) : transliterated(text);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String transliterated(String text) {
        String whole = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(whole.length() + 4);
        for (int i = 0; i < whole.length(); i++) {
            String latin = LETTERS.get(whole.charAt(i));
            letters.append(latin == null ? whole.substring(i, i + 1) : latin);
        }
        String apart = Normalizer.normalize(letters, Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                // Greek with an accent is its letter and a mark only now
                bare.append(LETTERS.getOrDefault(c, String.valueOf(c)));
            }
        }
        return bare.toString();
    }

    private static Map<Character, String> letters(String... pairs) {
        Map<Character, String> letters = new HashMap<>();
        for (String pair : pairs) {
            letters.put(pair.charAt(0), pair.substring(1));
        }
        return letters;
    }
}
