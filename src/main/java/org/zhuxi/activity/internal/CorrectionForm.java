package org.zhuxi.activity.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.zhuxi.activity.Activity;
import org.zhuxi.kernel.Ids;

/**
 * What a correction form shows and sends.
 *
 * @param id of the record it will make; the same when the form is sent twice
 * @param amounts as typed, in base units, by quantity code
 */
public record CorrectionForm(UUID id, Map<String, String> amounts, String grade, String note) {

    static CorrectionForm of(Activity activity) {
        var amounts = new HashMap<String, String>();
        activity.quantities().forEach((code, value) -> amounts.put(code, value.toPlainString()));
        return new CorrectionForm(
                Ids.next(),
                amounts,
                activity.grade() == null ? "" : activity.grade(),
                activity.note() == null ? "" : activity.note());
    }

    static CorrectionForm of(UUID id, Map<String, String> form) {
        var amounts = new HashMap<String, String>();
        form.forEach((name, value) -> {
            if (name.startsWith("amount.") && !value.isBlank()) {
                amounts.put(name.substring("amount.".length()), value.strip());
            }
        });
        return new CorrectionForm(id, amounts, form.getOrDefault("grade", ""), form.getOrDefault("note", ""));
    }
}
