package org.zhuxi.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhuxi.activity.World;
import org.zhuxi.indicator.Applicability;
import org.zhuxi.indicator.Applicability.Settlement;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

/** Of which kind a community is, and what that leaves out. */
@ZhuxiTest
class ApplicabilityStoreTests {

    private static final Names NAMES = new Names("试", "Trial");

    private final Register register;
    private final ApplicabilityStore store;

    ApplicabilityStoreTests(Register register, ApplicabilityStore store) {
        this.register = register;
        this.store = store;
    }

    @Test
    void aCommunityOfAnotherKindIsLeftOutAndOneOfUnknownKindIsNot() {
        var unknown = World.create(register, 0);
        var street = unknown.code().substring(0, 9);
        var old = add(street + "802", true, new Names("老旧小区", "Old estate"));
        var fresh = add(street + "803", true, new Names("商品房", "New estate"));
        var village = add(street + "804", false, null);
        var all = List.of(unknown.community(), old, fresh, village);
        var above = unknown.path().andAbove().get(1);
        var estates = new Applicability(null, List.of("老旧小区", "拆迁安置小区"), NAMES);
        var urban = new Applicability(Settlement.URBAN, List.of(), NAMES);
        var rural = new Applicability(Settlement.RURAL, List.of(), NAMES);

        assertThat(store.places(all, List.of(estates))).containsExactly(new PlacePath(above + "/" + street + "803"));
        assertThat(store.places(all, List.of(urban))).containsExactly(new PlacePath(above + "/" + street + "804"));
        assertThat(store.places(all, List.of(urban, estates)))
                .containsExactlyInAnyOrder(
                        new PlacePath(above + "/" + street + "803"), new PlacePath(above + "/" + street + "804"));
        assertThat(store.places(all, List.of(urban, rural))).hasSize(4);
        assertThat(store.places(all, List.of())).isEmpty();
        assertThat(store.at(List.of(urban, rural), List.of(), List.of(above), List.of())
                        .places())
                .containsExactly(above);
    }

    private CommunityId add(String code, boolean urban, @Nullable Names estate) {
        return register.addCommunity(
                World.person("operator", Role.OPERATOR, PlacePath.NATION),
                new NewCommunity(
                        code,
                        new Names("试验" + code, "Trial " + code),
                        LocalDate.of(2020, 1, 1),
                        urban,
                        estate,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Origin.SYNTHETIC,
                        "test",
                        List.of()));
    }
}
