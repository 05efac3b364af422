package org.zhuxi.place.internal;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a name is typed on a Latin keyboard: 竹西社区 becomes zhuxishequ and zxsq.
 *
 * @param whole all syllables in one, without tones
 * @param initials first letter of each syllable
 */
public record Pinyin(String whole, String initials) {

    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin");

    /** Names that are read otherwise than their characters by themselves. */
    private static final Map<String, String> OWN_READING = Map.ofEntries(
            Map.entry("重庆", " chong qing "),
            Map.entry("西藏", " xi zang "),
            Map.entry("厦门", " xia men "),
            Map.entry("六安", " lu an "),
            Map.entry("蚌埠", " beng bu "),
            Map.entry("乐清", " yue qing "),
            Map.entry("番禺", " pan yu "),
            Map.entry("朝阳", " chao yang "),
            Map.entry("长", " chang "),
            Map.entry("地", " di "),
            Map.entry("行", " hang "));

    public static Pinyin of(String name) {
        var known = name;
        for (var reading : OWN_READING.entrySet()) {
            known = known.replace(reading.getKey(), reading.getValue());
        }
        var syllables =
                plain(LATIN.transliterate(known.replaceAll("[0-9]+", " $0 "))).split("[^a-z0-9]+", -1);
        return new Pinyin(
                String.join("", syllables),
                Arrays.stream(syllables)
                        .filter(syllable -> !syllable.isEmpty())
                        .map(syllable -> syllable.substring(0, 1))
                        .collect(Collectors.joining()));
    }

    /** Without tones; ü is v, as on every Chinese keyboard. */
    private static String plain(String latin) {
        return Normalizer.normalize(latin, Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** What somebody typed, in the form in which names and pinyin are kept for searching. */
    public static String normalized(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s'’·-]+", "");
    }
}
