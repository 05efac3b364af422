package org.zhuxi.waste.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.NewStation;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.WasteRefused;

/**
 * A station as it was typed.
 *
 * @param community 12-digit code
 * @param accepted codes of classes
 * @param weighs null, as browsers leave it, when the box is not ticked
 */
public record StationForm(
        @Nullable String community,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable Set<String> accepted,
        @Nullable Boolean weighs,
        @Nullable String note) {

    public boolean isWeighing() {
        return Boolean.TRUE.equals(weighs);
    }

    public boolean takes(WasteClass wasteClass) {
        return accepted != null && accepted.contains(wasteClass.code());
    }

    NewStation toStation() {
        var zh = DropForm.text(name).strip();
        var en = DropForm.text(nameEn).strip();
        if (zh.isEmpty()) {
            throw new WasteRefused.Unreadable("name", "station-name");
        }
        var classes = (accepted == null ? Set.<String>of() : accepted)
                .stream().flatMap(code -> WasteClass.find(code).stream()).collect(Collectors.toSet());
        if (classes.isEmpty()) {
            throw new WasteRefused.Unreadable("accepted", "station-classes");
        }
        var names = new Names(zh, en.isEmpty() ? zh : en);
        return new NewStation(
                DropForm.text(community).strip(),
                names,
                null,
                classes,
                isWeighing(),
                DropForm.text(note).strip(),
                Origin.RECORDED);
    }
}
