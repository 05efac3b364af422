package org.zhuxi.project.internal.asset;

import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.NewAsset;
import org.zhuxi.project.internal.Filled;
import org.zhuxi.project.internal.Positions;

/** Reads the form of a new asset. */
final class AssetForm {

    private AssetForm() {}

    static NewAsset read(Filled filled) {
        return new NewAsset(
                filled.text("place"),
                filled.choice("kind", AssetKind.class),
                filled.text("number"),
                filled.names("name"),
                filled.text("where"),
                Positions.read(filled.decimal("latitude"), filled.decimal("longitude")),
                filled.decimal("areaM2"),
                filled.text("protection"),
                filled.whole("everyMonths"),
                filled.names("theme"),
                filled.text("keptBy"));
    }
}
