package org.zhuxi.waste.internal.field;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.waste.WasteRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the field app saves when it can neither send nor be trusted to keep: the drops of one account that were not
 * acknowledged.
 *
 * @param account who recorded them
 */
record RescueFile(UUID account, List<Item> items) {

    private static final String FORM = "zhuxi-field-1";
    private static final int MOST = 5_000;

    /** @param photo that was not sent yet, as a data address; null without one */
    record Item(FieldDropJson drop, @Nullable String photo) {

        /** The picture's bytes; empty when it cannot be read, which loses the photo and not the drop. */
        Optional<InputStream> picture() {
            var comma = photo == null ? -1 : photo.indexOf(",");
            if (photo == null || comma < 0 || !photo.startsWith("data:image/")) {
                return Optional.empty();
            }
            try {
                return Optional.of(new ByteArrayInputStream(
                        Base64.getDecoder().decode(photo.substring(comma + 1).strip())));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    private record FileJson(
            @Nullable String form,
            @Nullable UUID account,
            @Nullable List<@Nullable ItemJson> drops) {}

    private record ItemJson(
            @Nullable String id,
            @Nullable String station,
            @Nullable String card,
            @Nullable String wasteClass,
            @Nullable String kg,
            @Nullable String bags,
            @Nullable String grade,
            @Nullable String at,
            @Nullable Boolean clockChanged,
            @Nullable String note,
            @Nullable List<String> evidence,
            @Nullable String photo) {

        Item item() {
            return new Item(
                    new FieldDropJson(id, station, card, wasteClass, kg, bags, grade, at, clockChanged, note, evidence),
                    photo);
        }
    }

    /** @throws WasteRefused.Unreadable when it is no such file */
    static RescueFile read(byte[] content, JsonMapper json) {
        try {
            var file = json.readValue(content, FileJson.class);
            var drops = file == null ? null : file.drops();
            if (file == null || !FORM.equals(file.form()) || file.account() == null || drops == null) {
                throw new WasteRefused.Unreadable("file", "field-rescue-file");
            }
            if (drops.size() > MOST) {
                throw new WasteRefused.Unreadable("file", "field-too-many", drops.size(), MOST);
            }
            return new RescueFile(
                    file.account(),
                    drops.stream().filter(Objects::nonNull).map(ItemJson::item).toList());
        } catch (JacksonException e) {
            throw new WasteRefused.Unreadable("file", "field-rescue-file");
        }
    }
}
