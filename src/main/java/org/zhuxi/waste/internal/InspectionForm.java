package org.zhuxi.waste.internal;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;
import org.zhuxi.waste.WasteRefused;

/**
 * An inspection as it was typed.
 *
 * @param id of the inspection, made when the form was first shown
 * @param since when the form was first shown: when the bags were looked at
 * @param card of the household, empty when nobody knows whose bags they are
 */
public record InspectionForm(
        @Nullable UUID id,
        @Nullable UUID station,
        @Nullable Instant since,
        @Nullable String card,
        @Nullable String checked,
        @Nullable String correct,
        @Nullable String note) {

    static InspectionForm fresh(UUID station, Instant now) {
        return new InspectionForm(Ids.next(), station, now, "", "", "", "");
    }

    InspectionForm withFreshId() {
        return new InspectionForm(Ids.next(), station, since, card, checked, correct, note);
    }

    int requireChecked() {
        return count("checked", checked);
    }

    int requireCorrect() {
        return count("correct", correct);
    }

    private static int count(String field, @Nullable String typed) {
        var text = Normalizer.normalize(Objects.requireNonNullElse(typed, ""), Normalizer.Form.NFKC)
                .strip();
        if (!text.matches("\\d{1,4}")) {
            throw new WasteRefused.Unreadable(field, "bags-unreadable");
        }
        return Integer.parseInt(text);
    }
}
