package org.zhuxi.project.internal.asset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.RowResult.Fate;
import org.zhuxi.project.asset.Asset;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.AssetPermissions;
import org.zhuxi.project.asset.Assets;
import org.zhuxi.project.asset.NewAsset;
import org.zhuxi.project.internal.Positions;

/** Inventories as tables: facilities, heritage, trees, sponge measures, corridors. A row is known by its number in its inventory. */
@Component
class AssetImport implements ImportSource {

    private final Assets assets;

    AssetImport(Assets assets) {
        this.assets = assets;
    }

    @Override
    public String code() {
        return "inventories";
    }

    @Override
    public Names names() {
        return new Names("设施、遗产和海绵设施清单", "Facilities, heritage and sponge measures");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                column("community", "社区代码", "Community code", ColumnType.TEXT, true, "321003010001"),
                column("kind", "类别", "Kind", ColumnType.TEXT, true, "古树"),
                column("number", "编号", "Number", ColumnType.TEXT, true, "GS-001"),
                column("name", "名称", "Name", ColumnType.TEXT, true, "银杏"),
                column("name_en", "英文名称", "English name", ColumnType.TEXT, false, "Ginkgo"),
                column("where", "位置", "Where", ColumnType.TEXT, false, "3 栋东侧"),
                column("latitude", "纬度", "Latitude", ColumnType.DECIMAL, false, "32.41"),
                column("longitude", "经度", "Longitude", ColumnType.DECIMAL, false, "119.43"),
                column("area_m2", "面积（m²）", "Area (m²)", ColumnType.DECIMAL, false, ""),
                column("protection", "保护级别", "Protection", ColumnType.TEXT, false, "二级古树"),
                column("every_months", "几个月巡检一次", "Inspected every … months", ColumnType.INTEGER, false, "12"),
                column("theme", "楼道主题", "Theme of a corridor", ColumnType.TEXT, false, ""),
                column("theme_en", "楼道主题（英文）", "Theme in English", ColumnType.TEXT, false, ""),
                column("kept_by", "养护楼组", "Kept by", ColumnType.TEXT, false, ""));
    }

    private static ImportColumn column(
            String name, String zh, String en, ColumnType type, boolean required, String example) {
        return new ImportColumn(name, new Names(zh, en), type, required, example);
    }

    @Override
    public Permission permission() {
        return AssetPermissions.MANAGE;
    }

    @Override
    public List<RowResult> check(Actor actor, List<ImportRow> rows) {
        return rows.stream().map(row -> look(actor, row)).toList();
    }

    private RowResult look(Actor actor, ImportRow row) {
        try {
            return known(row, checked(actor, row)).orElseGet(() -> RowResult.of(row, Fate.CREATE));
        } catch (Refused refused) {
            return refused(row, refused);
        }
    }

    private Asset checked(Actor actor, ImportRow row) {
        return assets.checked(actor, row.id(), typed(row), Origin.RECORDED);
    }

    private Optional<RowResult> known(ImportRow row, Asset asset) {
        return assets.isNumbered(asset.community(), asset.kind().inventory(), asset.number())
                ? Optional.of(RowResult.of(row, Fate.SAME))
                : Optional.empty();
    }

    @Override
    public List<RowResult> take(Actor actor, List<ImportRow> rows) {
        return rows.stream().map(row -> take(actor, row)).toList();
    }

    private RowResult take(Actor actor, ImportRow row) {
        try {
            var known = known(row, checked(actor, row));
            if (known.isEmpty()) {
                assets.add(actor, row.id(), typed(row), Origin.RECORDED);
            }
            return known.orElseGet(() -> RowResult.of(row, Fate.CREATE));
        } catch (Refused refused) {
            return refused(row, refused);
        }
    }

    private static NewAsset typed(ImportRow row) {
        var name = row.get("name");
        return new NewAsset(
                row.get("community"),
                kind(row.get("kind")),
                row.get("number"),
                new Names(name, row.text("name_en").orElse(name)),
                row.get("where"),
                Positions.read(
                        row.decimal("latitude").orElse(null),
                        row.decimal("longitude").orElse(null)),
                row.decimal("area_m2").orElse(null),
                row.get("protection"),
                row.integer("every_months")
                        .map(months -> (int) Math.clamp(months, -1, Integer.MAX_VALUE))
                        .orElse(null),
                row.text("theme")
                        .map(theme -> new Names(theme, row.text("theme_en").orElse(theme)))
                        .orElse(null),
                row.get("kept_by"));
    }

    /** A kind by its code or one of its names. */
    private static @org.jspecify.annotations.Nullable AssetKind kind(String word) {
        var sought = word.strip().toLowerCase(Locale.ROOT);
        for (var kind : AssetKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(sought)
                    || kind.names().zh().equals(sought)
                    || kind.names().en().toLowerCase(Locale.ROOT).equals(sought)) {
                return kind;
            }
        }
        return null;
    }

    private static RowResult refused(ImportRow row, Refused refused) {
        return RowResult.refused(row, column(refused), refused.problem());
    }

    private static String column(Refused refused) {
        return refused.problem().fields().stream()
                .map(field -> switch (field.name()) {
                    case "place" -> "community";
                    case "areaM2" -> "area_m2";
                    case "everyMonths" -> "every_months";
                    case "nameZh" -> "name";
                    case "nameEn" -> "name_en";
                    case "themeZh" -> "theme";
                    case "themeEn" -> "theme_en";
                    case "keptBy" -> "kept_by";
                    default -> field.name();
                })
                .findFirst()
                .orElse("");
    }
}
