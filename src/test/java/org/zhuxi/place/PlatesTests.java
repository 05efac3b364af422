package org.zhuxi.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

@ZhuxiTest
@Import(World.class)
class PlatesTests {

    private final World worlds;
    private final Accounts accounts;
    private final Places places;
    private final Plates plates;
    private final Contacts contacts;
    private final Stations stations;
    private final MockMvc web;

    PlatesTests(
            World worlds,
            Accounts accounts,
            Places places,
            Plates plates,
            Contacts contacts,
            Stations stations,
            MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.places = places;
        this.plates = plates;
        this.contacts = contacts;
        this.stations = stations;
        this.web = web;
    }

    @Test
    void makesWhatIsMissingAndNothingTheSecondTime() {
        var world = worlds.make(12);
        var clerk = clerk(world);
        var home = place(world.communityCode());

        assertThat(plates.make(clerk, home, Plates.KINDS, Origin.RECORDED)).isEqualTo(13);
        assertThat(plates.make(clerk, home, Plates.KINDS, Origin.RECORDED)).isZero();
        var first = plates.list(clerk, home, PlateFilter.ALL, 8, null);
        var rest = plates.list(clerk, home, PlateFilter.ALL, 8, first.next());
        assertThat(first.items()).hasSize(8);
        assertThat(rest.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
        assertThat(plates.list(clerk, home, new PlateFilter(PlaceKind.BUILDING, PlateState.PRINTED), 8, null)
                        .items())
                .singleElement()
                .satisfies(plate -> assertThat(plate.label().zh()).isEqualTo("一区1栋"));
    }

    @Test
    void turnsItsPagesWithoutACodeInTheAddress() {
        var world = worlds.make(1);
        var old = onlyPlate(world, PlaceKind.BUILDING);
        var clerk = clerk(world);
        var home = place(world.communityCode());
        var fresh = plates.replace(clerk, old.code());

        var first = plates.list(clerk, home, PlateFilter.ALL, 1, null);
        assertThat(first.items()).extracting(Plate::code).containsExactly(old.code());
        assertThat(first.next()).doesNotContain(old.code()).doesNotContain(fresh.code());
        assertThat(plates.list(clerk, home, PlateFilter.ALL, 1, first.next()).items())
                .extracting(Plate::code)
                .containsExactly(fresh.code());
        for (var madeUp : List.of("x", old.target() + "~x", old.target() + "~+999999999-01-01T00:00:00Z")) {
            assertThat(plates.list(clerk, home, PlateFilter.ALL, 9, madeUp).items())
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void readsAPlateHoweverItIsTypedAndNeverTakesItForACard() {
        var world = worlds.make(1);
        var plate = onlyPlate(world, PlaceKind.DWELLING);

        assertThat(plates.find(plate.printed().toLowerCase(java.util.Locale.ROOT)))
                .contains(plate);
        assertThat(plates.find(plate.code() + "0")).isEmpty();
        assertThat(plates.find("")).isEmpty();
        assertThat(places.findHouseholdByCard(plate.code())).isEmpty();
        var card = places.findHouseholds(world.households())
                .get(world.households().getFirst().id());
        assertThat(plates.find(java.util.Objects.requireNonNull(card).cardCode()))
                .isEmpty();
        assertThat(plate.code()).doesNotContain("0101");
    }

    @Test
    void replacesAPlateForGood() throws Exception {
        var world = worlds.make(1);
        var clerk = clerk(world);
        var old = onlyPlate(world, PlaceKind.BUILDING);

        assertThat(plates.mark(clerk, old.code(), PlateState.INSTALLED).state()).isEqualTo(PlateState.INSTALLED);
        assertThat(plates.mark(clerk, old.code(), PlateState.DAMAGED).state()).isEqualTo(PlateState.DAMAGED);
        var fresh = plates.replace(clerk, old.code());

        assertThat(fresh.target()).isEqualTo(old.target());
        assertThat(fresh.code()).isNotEqualTo(old.code());
        assertThatThrownBy(() -> plates.replace(clerk, old.code())).isInstanceOf(PlateRefused.Replaced.class);
        assertThatThrownBy(() -> plates.mark(clerk, old.code(), PlateState.INSTALLED))
                .isInstanceOf(PlateRefused.Replaced.class);
        assertThatThrownBy(() -> plates.mark(clerk, fresh.code(), PlateState.REPLACED))
                .isInstanceOf(PlateRefused.NoState.class);
        web.perform(read(old.code()).header("Accept-Language", "en"))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("/communities/" + world.communityCode())));
        web.perform(read(fresh.code())).andExpect(status().isOk());
        web.perform(read("nonsense")).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder read(String code) {
        return post("/q").param("code", code);
    }

    @Test
    void asksForTheCodeThatNoAddressSends() throws Exception {
        var world = worlds.make(1);
        var plate = onlyPlate(world, PlaceKind.BUILDING);

        web.perform(get("/q"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-code=\"open\"")));
        web.perform(read(plate.printed().toLowerCase(Locale.ROOT)))
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("zhuxi-form"))
                .andExpect(content().string(containsString("data-address=\"/q#" + plate.code() + "\"")))
                .andExpect(content().string(containsString("href=\"/q?lang=en#" + plate.code() + "\"")));
        web.perform(read("nonsense"))
                .andExpect(content().string(containsString("没有这个门牌码")))
                .andExpect(content().string(not(containsString("data-code="))));
        web.perform(get("/q/" + plate.code()).with(as(world, "clerk"))).andExpect(status().isNotFound());
    }

    @Test
    void saysWhatIsHereAndNothingAboutWhoLivesThere() throws Exception {
        var world = worlds.make(2);
        worlds.station(world, stations);
        var clerk = clerk(world);
        contacts.put(
                clerk, world.community(), new Contact("0514 0000 0199", new Names("工作日", "weekdays")), Origin.RECORDED);
        plates.make(clerk, place(world.communityCode()), Set.of(PlaceKind.DWELLING), Origin.RECORDED);
        var plate = plates.list(clerk, place(world.dwellings().getFirst()), PlateFilter.ALL, 2, null)
                .items()
                .getFirst();
        var dwelling = world.dwellings().getFirst();

        web.perform(read(plate.code()).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("East Gate Station")))
                .andExpect(content().string(containsString("tel:051400000199")))
                .andExpect(content().string(containsString("weekdays")))
                .andExpect(content().string(not(containsString(dwelling))))
                .andExpect(content().string(not(containsString("0101"))))
                .andExpect(content().string(not(containsString("/field/drop"))));
        web.perform(read(plate.code()).with(as(world, "steward")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/field/drop#" + dwelling)));
    }

    @Test
    void staffOfTheCommunityMakesAndMarksThemInTheWorkbench() throws Exception {
        var world = worlds.make(3);
        var clerk = as(world, "clerk");
        web.perform(post("/work/plates")
                        .with(clerk)
                        .with(csrf())
                        .param("place", world.communityCode())
                        .param("kinds", "BUILDING", "DWELLING"))
                .andExpect(status().is3xxRedirection());
        web.perform(post("/work/plates").with(clerk).with(csrf()).param("place", world.communityCode()))
                .andExpect(status().isUnprocessableContent());
        web.perform(post("/work/plates")
                        .with(clerk)
                        .with(csrf())
                        .param("place", world.communityCode())
                        .param("kinds", "NATION"))
                .andExpect(status().isUnprocessableContent());
        web.perform(get("/work/plates/sheet").with(clerk).param("place", world.communityCode()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("zx-plates")));
        web.perform(get("/work/plates?format=csv").with(clerk).param("place", world.communityCode()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/q#")));
        web.perform(get("/work/plates?state=LOST").with(clerk)).andExpect(status().isUnprocessableContent());
        var plate = plates.list(clerk(world), place(world.communityCode()), PlateFilter.ALL, 1, null)
                .items()
                .getFirst();
        web.perform(post("/work/plates/state")
                        .with(clerk)
                        .with(csrf())
                        .param("code", plate.code())
                        .param("state", "INSTALLED")
                        .param("back", "https://elsewhere.example/"))
                .andExpect(status().is3xxRedirection())
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern(
                        "/work/plates?**"));
        assertThat(plates.find(plate.code()).orElseThrow().state()).isEqualTo(PlateState.INSTALLED);
    }

    @Test
    void keepsTheContactThatWasTypedWrongly() throws Exception {
        var world = worlds.make(1);
        web.perform(post("/work/contact")
                        .with(as(world, "clerk"))
                        .with(csrf())
                        .param("place", world.communityCode())
                        .param("phone", "call me")
                        .param("hours", "周一至周五"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("call me")))
                .andExpect(content().string(containsString("周一至周五")));
        assertThat(contacts.find(world.community())).isEmpty();
    }

    @Test
    void lettingOthersMakePlatesIsRefused() {
        var world = worlds.make(1);
        var other = clerk(worlds.make(1));
        var home = place(world.communityCode());

        assertThatThrownBy(() -> plates.make(other, home, Plates.KINDS, Origin.RECORDED))
                .isInstanceOf(Refused.Forbidden.class);
        var plate = onlyPlate(world, PlaceKind.BUILDING);
        assertThatThrownBy(() -> plates.replace(other, plate.code())).isInstanceOf(Refused.Forbidden.class);
    }

    private Plate onlyPlate(World.Made world, PlaceKind kind) {
        var clerk = clerk(world);
        plates.make(clerk, place(world.communityCode()), Set.of(kind), Origin.RECORDED);
        return plates.list(clerk, place(world.communityCode()), new PlateFilter(kind, null), 1, null)
                .items()
                .getFirst();
    }

    private Place place(String code) {
        return places.findByCode(code).orElseThrow();
    }

    private Actor clerk(World.Made world) {
        return accounts.actorOf(world.username("clerk"));
    }

    private RequestPostProcessor as(World.Made world, String who) {
        var name = world.username(who);
        return user(new SignedIn(name, "", true, accounts.actorOf(name)));
    }
}
