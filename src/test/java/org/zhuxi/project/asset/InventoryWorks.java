package org.zhuxi.project.asset;

import java.math.BigDecimal;
import java.util.List;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.testing.World;

/** Things of a test community. */
public final class InventoryWorks {

    private InventoryWorks() {}

    public static NewAsset of(World.Made made, AssetKind kind, String number) {
        return new NewAsset(
                made.communityCode(),
                kind,
                number,
                new Names(kind.names().zh() + number, kind.names().en() + " " + number),
                "3 栋东侧",
                new GeoPoint(32.41, 119.43),
                kind.inventory() == Inventory.SPONGE ? new BigDecimal("120.5") : null,
                "",
                6,
                kind.inventory() == Inventory.CORRIDOR ? new Names("家风", "Family values") : null,
                kind.inventory() == Inventory.CORRIDOR ? "3 栋楼组" : "");
    }

    public static NewAsset lane(World.Made made) {
        return of(made, AssetKind.FIRE_LANE, "XF-1");
    }

    public static NewInspection blocked() {
        return new NewInspection(null, Condition.POOR, "", List.of("两辆车占道"), null, null);
    }
}
