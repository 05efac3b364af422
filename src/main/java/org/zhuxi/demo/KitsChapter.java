package org.zhuxi.demo;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.waste.kit.Bags;
import org.zhuxi.waste.kit.KitItem;
import org.zhuxi.waste.kit.Kits;

/** Kits and rolls of coded bags for the first third of the families that take part; one more batch on its way. */
@Component
class KitsChapter {

    private static final int GIVEN = 300;
    private static final int BAGS_EACH = 30;

    private final DemoStaff staff;
    private final DemoHouseholds households;
    private final Places places;
    private final Kits kits;
    private final Bags bags;

    KitsChapter(DemoStaff staff, DemoHouseholds households, Places places, Kits kits, Bags bags) {
        this.staff = staff;
        this.households = households;
        this.places = places;
        this.kits = kits;
        this.bags = bags;
    }

    void tell() {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        var community = staff.community();
        if (!kits.list(clerk, community, 1, null).items().isEmpty()) {
            return;
        }
        var refs = households.of(DemoCommunities.ZHUXI).subList(0, GIVEN);
        var found = places.findHouseholds(refs);
        List<Household> given = refs.stream().map(ref -> found.get(ref.id())).toList();
        give(KitItem.KIT, "家庭分类套装（双桶、挂图、厨余滤水篮）", 500, 1, given);
        give(KitItem.BAG, "厨余袋 7L（每卷 30 只）", 12_000, BAGS_EACH, given);
        kits.order(clerk, community, KitItem.BAG, "其他垃圾袋 15L（每卷 30 只）", 9_000, Origin.SYNTHETIC);
    }

    private void give(KitItem item, String label, int codes, int each, List<Household> given) {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        var batch = kits.order(clerk, staff.community(), item, label, codes, Origin.SYNTHETIC);
        kits.receive(clerk, batch.id(), codes);
        bags.give(clerk, Ids.derived(batch.id(), "demo"), batch.first(), each, given, Origin.SYNTHETIC);
    }
}
