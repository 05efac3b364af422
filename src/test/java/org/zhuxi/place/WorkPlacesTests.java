package org.zhuxi.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;

/** The place a page is about follows from what somebody names and where he works. */
@ZhuxiTest
class WorkPlacesTests {

    private final WorkPlaces work;
    private final Register register;
    private Demesne demesne;

    WorkPlacesTests(WorkPlaces work, Register register) {
        this.work = work;
        this.register = register;
    }

    @BeforeEach
    void settle() {
        demesne = new Demesne(register, "工作街道");
        demesne.community(1, "甲社区");
        demesne.community(2, "乙社区");
        demesne.community(3, "丙社区");
    }

    @Test
    void whoeverWorksInSeveralCommunitiesChoosesAmongThem() {
        var clerk = clerk(at(2), at(1));

        assertThat(work.choices(clerk, PlacePermissions.MANAGE_HOUSEHOLDS))
                .extracting(Place::code)
                .containsExactly(demesne.code(1), demesne.code(2));
        assertThat(work.of(clerk, PlacePermissions.MANAGE_HOUSEHOLDS, null).code())
                .isEqualTo(demesne.code(1));
        assertThat(work.allowed(clerk, PlacePermissions.MANAGE_HOUSEHOLDS, demesne.code(2))
                        .code())
                .isEqualTo(demesne.code(2));
        assertThat(work.onlyCommunity(clerk, PlacePermissions.MANAGE_HOUSEHOLDS))
                .isEmpty();
    }

    @Test
    void theWiderPlaceHoldsTheNarrower() {
        var clerk = clerk(at(1), demesne.streetPath());

        assertThat(work.choices(clerk, PlacePermissions.MANAGE_HOUSEHOLDS))
                .extracting(Place::code)
                .containsExactly(demesne.street());
        assertThat(work.onlyCommunity(clerk, PlacePermissions.MANAGE_HOUSEHOLDS))
                .isEmpty();
    }

    @Test
    void aFormBeginsWithTheOneCommunityOfWhoeverWorksInOne() {
        assertThat(work.onlyCommunity(clerk(at(3)), PlacePermissions.MANAGE_HOUSEHOLDS))
                .isEqualTo(demesne.code(3));
    }

    @Test
    void whereTheRoleDoesNotReachIsRefused() {
        var clerk = clerk(at(1));

        assertThatThrownBy(() -> work.allowed(clerk, PlacePermissions.MANAGE_HOUSEHOLDS, demesne.code(3)))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> work.of(clerk, PlacePermissions.MANAGE, null)).isInstanceOf(Refused.Forbidden.class);
        assertThat(work.choices(clerk, PlacePermissions.MANAGE)).isEmpty();
        assertThatThrownBy(() -> work.named("330681000999\0")).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void withoutARoleItIsTheNation() {
        assertThat(work.ofAny(clerk(), null).path()).isEqualTo(PlacePath.NATION);
        assertThat(work.ofAny(clerk(at(2)), null).code()).isEqualTo(demesne.code(2));
        assertThat(work.ofAny(clerk(), demesne.code(1)).code()).isEqualTo(demesne.code(1));
    }

    private PlacePath at(int community) {
        return demesne.streetPath().child(demesne.code(community));
    }

    private static Actor clerk(PlacePath... places) {
        var grants = java.util.Arrays.stream(places)
                .map(place -> new Grant(Role.COMMUNITY_CLERK, place))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        return new Actor(Ids.next(), "clerk", grants, Set.of(), null);
    }
}
