package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Household;
import org.zhuxi.place.Register;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.kit.BagCode;
import org.zhuxi.waste.kit.Bags;
import org.zhuxi.waste.kit.KitBatch;
import org.zhuxi.waste.kit.KitItem;
import org.zhuxi.waste.kit.KitRefused;
import org.zhuxi.waste.kit.Kits;
import org.zhuxi.waste.kit.VoidReason;

@ZhuxiTest
class KitTests {

    private final MockMvc web;
    private final Kits kits;
    private final Bags bags;
    private final Drops drops;
    private final Neighbourhood here;
    private final Neighbourhood elsewhere;
    private final KitBatch batch;

    KitTests(MockMvc web, Kits kits, Bags bags, Drops drops, Stations stations, Register register, Accounts accounts) {
        this.web = web;
        this.kits = kits;
        this.bags = bags;
        this.drops = drops;
        var builder = new Neighbourhood.Builder(register, accounts, stations);
        here = builder.build(3, 1);
        elsewhere = builder.build(1, 0);
        batch = received(100);
    }

    @Test
    void aBagStandsForItsHouseholdAtTheStation() {
        give(batch.first(), 30, here.big().get(1));

        var found = drops.identify(
                here.steward(), here.station(), batch.first().plus(29).printed().toLowerCase());

        assertThat(found.ref()).isEqualTo(here.big().get(1).ref());
    }

    @Test
    void aBagThatStandsForNobodyHereSaysWhy() {
        give(batch.first(), 30, here.big().getFirst());
        bags.declareVoid(here.clerk(), batch.first(), VoidReason.LOST);

        assertThat(refusal(here, batch.first())).isEqualTo("bag-void-lost");
        assertThat(refusal(here, batch.first().plus(50))).isEqualTo("bag-not-given-out");
        assertThat(refusal(here, batch.first().plus(5_000))).isEqualTo("bag-unknown");
        assertThat(refusal(elsewhere, batch.first())).isEqualTo("bag-elsewhere");
        bags.restore(here.clerk(), batch.first());
        assertThat(drops.identify(here.steward(), here.station(), batch.first().printed())
                        .ref())
                .isEqualTo(here.big().getFirst().ref());
    }

    @Test
    void everyCodeIsGivenOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        try {
                            give(batch.first().plus(i), 5, here.big().get(i % 3));
                            return true;
                        } catch (KitRefused.GivenAlready taken) {
                            return false;
                        }
                    }))
                    .toList();
            for (var one : tries) {
                one.get();
            }
        }
        var issues = kits.issues(here.clerk(), here.community(), 100, null).items();
        for (var i = 1; i < issues.size(); i++) {
            assertThat(issues.get(i).first().serial())
                    .isGreaterThanOrEqualTo(issues.get(i - 1).first().serial()
                            + issues.get(i - 1).codes());
        }
        assertThat(issues).isNotEmpty();
    }

    @Test
    void theSameHandingOutCountsOnce() {
        var id = Ids.next();
        assertThat(bags.give(here.clerk(), id, batch.first(), 30, here.big(), Origin.SYNTHETIC))
                .isFalse();
        assertThat(bags.give(here.clerk(), id, batch.first(), 30, here.big(), Origin.SYNTHETIC))
                .isTrue();

        var now = kits.get(here.clerk(), batch.id());
        assertThat(now.issued()).isEqualTo(90);
        assertThat(now.inStock()).isEqualTo(10);
        assertThat(bags.nextInStore(now)).contains(batch.first().plus(90));
        assertThatThrownBy(() -> give(batch.first().plus(90), 11, here.big().getFirst()))
                .isInstanceOf(KitRefused.NotEnough.class);
    }

    @Test
    void onlyWhatHasArrivedIsGivenOut() {
        var ordered = kits.order(here.clerk(), here.community(), KitItem.BAG, "在途", 50, Origin.SYNTHETIC);
        assertThatThrownBy(() -> give(ordered.first(), 1, here.big().getFirst()))
                .isInstanceOf(KitRefused.Unknown.class);
        kits.receive(here.clerk(), ordered.id(), 40);
        assertThatThrownBy(() -> kits.cancel(here.clerk(), ordered.id())).isInstanceOf(KitRefused.BatchClosed.class);
        assertThatThrownBy(() -> give(ordered.first().plus(35), 6, here.big().getFirst()))
                .isInstanceOf(KitRefused.NotEnough.class);
    }

    @Test
    void tracesABagForStaffWithAReasonOnly() {
        give(batch.first(), 30, here.big().get(2));

        assertThat(bags.trace(here.clerk(), batch.first().plus(3), "混投").door())
                .isEqualTo(here.big().get(2).label());
        assertThatThrownBy(() -> bags.trace(here.clerk(), batch.first(), " "))
                .isInstanceOf(WasteRefused.Unreadable.class);
        assertThatThrownBy(() -> bags.trace(here.steward(), batch.first(), "好奇"))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> bags.trace(elsewhere.clerk(), batch.first(), "好奇"))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void givesAWholeBuildingFromTheFormAndPrintsLabels() throws Exception {
        web.perform(post("/work/kits/issues")
                        .param("place", here.code())
                        .param("id", Ids.next().toString())
                        .param("building", "Q1-B01")
                        .param("first", batch.first().printed())
                        .param("count", "10")
                        .with(user(new SignedIn("clerk", "", true, here.clerk())))
                        .with(csrf()))
                .andExpect(redirectedUrl("/work/kits?done&place=" + here.code()));
        assertThat(kits.get(here.clerk(), batch.id()).issued()).isEqualTo(30);
        web.perform(get("/work/kits/batches/" + batch.id() + "/labels")
                        .with(user(new SignedIn("clerk", "", true, here.clerk()))))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(containsString(batch.first().plus(23).printed())));
    }

    @Test
    void keepsWhatWasTypedWhenACodeIsWrong() throws Exception {
        web.perform(post("/work/kits/issues")
                        .param("place", here.code())
                        .param("card", "Q1-B01-0101")
                        .param("first", "ZB-XXX-XXX-XXXX")
                        .param("count", "10")
                        .with(user(new SignedIn("clerk", "", true, here.clerk())))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"Q1-B01-0101\"")));
    }

    private KitBatch received(int codes) {
        var ordered = kits.order(here.clerk(), here.community(), KitItem.BAG, "厨余袋", codes, Origin.SYNTHETIC);
        kits.receive(here.clerk(), ordered.id(), codes);
        return kits.get(here.clerk(), ordered.id());
    }

    private void give(BagCode first, int each, Household household) {
        bags.give(here.clerk(), Ids.next(), first, each, List.of(household), Origin.SYNTHETIC);
    }

    private String refusal(Neighbourhood where, BagCode code) {
        try {
            Actor steward = where.steward();
            drops.identify(steward, where.station(), code.printed());
            return "";
        } catch (Refused refused) {
            return refused.problem().slug();
        }
    }
}
