package org.zhuxi.place.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An English name for a division of which only the Chinese one is published: its pinyin, and what it is. It is ours, not
 * official.
 */
final class EnglishName {

    private static final Map<String, String> SUFFIXES = suffixes();

    private EnglishName() {}

    static String of(String name) {
        if (name.equals("市辖区")) {
            return "Municipal Districts";
        }
        for (var suffix : SUFFIXES.entrySet()) {
            if (name.length() > suffix.getKey().length() && name.endsWith(suffix.getKey())) {
                return romanized(name.substring(
                                0, name.length() - suffix.getKey().length())) + " " + suffix.getValue();
            }
        }
        return romanized(name);
    }

    private static String romanized(String name) {
        var latin = Pinyin.of(name).whole().replace('v', 'ü');
        return latin.isEmpty() ? name : latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1);
    }

    /** Longer ones first. */
    private static Map<String, String> suffixes() {
        var suffixes = new LinkedHashMap<String, String>();
        suffixes.put("社区居民委员会", "Community");
        suffixes.put("社区居委会", "Community");
        suffixes.put("村民委员会", "Village");
        suffixes.put("居民委员会", "Community");
        suffixes.put("村委会", "Village");
        suffixes.put("居委会", "Community");
        suffixes.put("社区", "Community");
        suffixes.put("街道办事处", "Subdistrict");
        suffixes.put("街道", "Subdistrict");
        suffixes.put("自治区", "Autonomous Region");
        suffixes.put("自治州", "Autonomous Prefecture");
        suffixes.put("自治县", "Autonomous County");
        suffixes.put("自治旗", "Autonomous Banner");
        suffixes.put("开发区", "Development Zone");
        suffixes.put("地区", "Prefecture");
        suffixes.put("省", "Province");
        suffixes.put("市", "City");
        suffixes.put("盟", "League");
        suffixes.put("旗", "Banner");
        suffixes.put("县", "County");
        suffixes.put("区", "District");
        suffixes.put("镇", "Town");
        suffixes.put("乡", "Township");
        suffixes.put("村", "Village");
        return suffixes;
    }
}
