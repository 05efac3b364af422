package org.zhuxi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class KernelTests {

    private static final PlacePath ZHUXI = new PlacePath("/32/3210/321003/321003010/321003010001");
    private static final Permission PERMISSION = new Permission("thing.do", "things:write", Set.of(Role.STEWARD));

    @Property
    void idsAreOfVersionSevenAndKeepTheirMoment(@ForAll @LongRange(min = 0, max = (1L << 48) - 1) long millis) {
        var id = Ids.at(millis);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }

    @Property
    void aDerivedIdIsAlwaysTheSameAndKeepsTheMoment(@ForAll long high, @ForAll long low, @ForAll String purpose) {
        var from = new UUID(high, low);

        assertThat(Ids.derived(from, purpose)).isEqualTo(Ids.derived(from, purpose));
        assertThat(Ids.derived(from, purpose)).isNotEqualTo(Ids.derived(from, purpose + "x"));
        assertThat(Ids.derived(from, purpose).getMostSignificantBits() >>> 16).isEqualTo(high >>> 16);
    }

    @Test
    void idsComeInOrderAndDoNotRepeat() {
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> Ids.next().toString()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void idsMadeSideBySideDoNotRepeat() {
        assertThat(IntStream.range(0, 100_000).parallel().mapToObj(i -> Ids.next()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPlaceContainsItselfAndWhatLiesBelow() {
        assertThat(ZHUXI.contains(ZHUXI)).isTrue();
        assertThat(ZHUXI.contains(ZHUXI.child("Q1"))).isTrue();
        assertThat(PlacePath.NATION.contains(ZHUXI)).isTrue();
        assertThat(ZHUXI.contains(PlacePath.NATION)).isFalse();
    }

    @Test
    void aPlaceDoesNotContainANeighbourWhoseCodeBeginsAlike() {
        assertThat(new PlacePath("/32/321").contains(new PlacePath("/32/3210"))).isFalse();
    }

    @Test
    void aPathHasAForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlacePath("32/3210"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlacePath("/32/../x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlacePath("/32/%"));
    }

    @Test
    void aRoleAllowsInItsPlaceAndBelowOnly() {
        var steward = actor(Set.of(new Grant(Role.STEWARD, ZHUXI)), null);

        assertThat(steward.may(PERMISSION, ZHUXI.child("Q1"))).isTrue();
        assertThat(steward.may(PERMISSION, new PlacePath("/31"))).isFalse();
        assertThatExceptionOfType(Refused.Forbidden.class)
                .isThrownBy(() -> steward.require(PERMISSION, PlacePath.NATION));
    }

    @Test
    void aTokenAllowsNoMoreThanItsScopes() {
        var grants = Set.of(new Grant(Role.STEWARD, ZHUXI));

        assertThat(actor(grants, Set.of("things:write")).may(PERMISSION, ZHUXI)).isTrue();
        assertThat(actor(grants, Set.of("things:read")).may(PERMISSION, ZHUXI)).isFalse();
    }

    @Test
    void aVisitorMayNothing() {
        assertThat(Actor.VISITOR.mayAnywhere(PERMISSION)).isFalse();
        assertThatExceptionOfType(Refused.Forbidden.class).isThrownBy(Actor.VISITOR::account);
    }

    @Test
    void aSliceKnowsWhetherMoreFollows() {
        assertThat(Slice.of(List.of("a", "b", "c"), 2, key -> key)).isEqualTo(new Slice<>(List.of("a", "b"), "b"));
        assertThat(Slice.of(List.of("a", "b"), 2, key -> key).next()).isNull();
    }

    private static Actor actor(Set<Grant> grants, @org.jspecify.annotations.Nullable Set<String> scopes) {
        return new Actor(Ids.next(), "张", grants, Set.of(), scopes);
    }
}
