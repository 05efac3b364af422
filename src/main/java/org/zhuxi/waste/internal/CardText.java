package org.zhuxi.waste.internal;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What a scanner or a steward typed for a card or a door plate, and the codes it may stand for. */
public final class CardText {

    private CardText() {}

    /**
     * Codes to try, the likeliest first: what was typed, the end of a web address as printed in a QR code, and a door
     * plate short of its community's code, such as {@code Q1-B03-0502}.
     */
    public static List<String> candidates(String typed, String communityCode) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", "")
                .replaceAll("[‐-―−]", "-");
        var code = text.replaceAll("/+$", "").replaceAll("^.*[/#]", "").toUpperCase(Locale.ROOT);
        var candidates = new LinkedHashSet<String>();
        if (!code.isEmpty()) {
            candidates.add(code);
            candidates.add(communityCode + "-" + code);
        }
        return List.copyOf(candidates);
    }
}
