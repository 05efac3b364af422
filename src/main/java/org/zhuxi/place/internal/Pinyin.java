package org.zhuxi.place.internal;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a name is typed on a Latin keyboard: 竹西社区 becomes zhuxishequ and zxsq. Each character is transliterated once and
 * remembered, for the country has 700,000 names but only some thousand characters.
 *
 * @param whole all syllables in one, without tones
 * @param initials first letter of each syllable
 */
public record Pinyin(String whole, String initials) {

    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin");
    private static final Map<Integer, String> SYLLABLES = new ConcurrentHashMap<>();

    /** Names that are read otherwise than their characters by themselves; the first character leads to them. */
    private static final Map<Character, Map<String, String>> OWN_READING = byFirst(Map.ofEntries(
            Map.entry("重庆", "chong qing"),
            Map.entry("西藏", "xi zang"),
            Map.entry("厦门", "xia men"),
            Map.entry("六安", "lu an"),
            Map.entry("六合", "lu he"),
            Map.entry("蚌埠", "beng bu"),
            Map.entry("乐清", "yue qing"),
            Map.entry("番禺", "pan yu"),
            Map.entry("朝阳", "chao yang"),
            Map.entry("单县", "shan xian"),
            Map.entry("莘县", "shen xian"),
            Map.entry("洪洞", "hong tong"),
            Map.entry("铅山", "yan shan"),
            Map.entry("长", "chang"),
            Map.entry("地", "di"),
            Map.entry("行", "hang")));

    public static Pinyin of(String name) {
        var whole = new StringBuilder(name.length() * 6);
        var initials = new StringBuilder(name.length());
        var letters = '\0'; // whether the last character was a letter or a digit, which stand together
        for (var at = 0; at < name.length(); ) {
            var own = ownReading(name, at);
            var character = name.codePointAt(at);
            if (own != null || Character.isIdeographic(character)) {
                var read = own == null ? SYLLABLES.computeIfAbsent(character, Pinyin::read) : own.getValue();
                read.chars().filter(letter -> letter != ' ').forEach(letter -> whole.append((char) letter));
                initials.append(initialsOf(read));
                letters = '\0';
                at += own == null
                        ? Character.charCount(character)
                        : own.getKey().length();
                continue;
            }
            for (var letter : plain(Character.toString(character)).toCharArray()) {
                var kind = kindOf(letter);
                if (kind != '\0') {
                    whole.append(letter);
                    initials.append(kind == letters ? "" : String.valueOf(letter));
                }
                letters = kind;
            }
            at += Character.charCount(character);
        }
        return new Pinyin(whole.toString(), initials.toString());
    }

    private static char kindOf(char letter) {
        if (letter >= '0' && letter <= '9') {
            return '0';
        }
        return letter >= 'a' && letter <= 'z' ? 'a' : '\0';
    }

    private static String initialsOf(String syllables) {
        var initials = new StringBuilder(2);
        for (var i = 0; i < syllables.length(); i++) {
            if (syllables.charAt(i) != ' ' && (i == 0 || syllables.charAt(i - 1) == ' ')) {
                initials.append(syllables.charAt(i));
            }
        }
        return initials.toString();
    }

    private static Map.@Nullable Entry<String, String> ownReading(String name, int at) {
        var readings = OWN_READING.get(name.charAt(at));
        if (readings != null) {
            for (var reading : readings.entrySet()) {
                if (name.startsWith(reading.getKey(), at)) {
                    return reading;
                }
            }
        }
        return null;
    }

    private static String read(int character) {
        return plain(LATIN.transliterate(Character.toString(character)))
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
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
                .replace("\u0000", "")
                .replaceAll("[\\s'’·-]+", "");
    }

    private static Map<Character, Map<String, String>> byFirst(Map<String, String> readings) {
        var byFirst = new TreeMap<Character, Map<String, String>>();
        readings.forEach((name, reading) ->
                byFirst.computeIfAbsent(name.charAt(0), any -> new TreeMap<>()).put(name, reading));
        return byFirst;
    }
}
