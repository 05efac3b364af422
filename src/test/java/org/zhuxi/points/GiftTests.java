package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalData;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Points that go from one household of a family to another, within a community and across two. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GiftTests {

    private final World worlds;
    private final Accounts accounts;
    private final Places places;
    private final Gifts gifts;
    private final Points points;
    private final Postings postings;
    private final List<PersonalData> personalData;
    private final JdbcClient sql;
    private final MockMvcTester http;

    private World.@Nullable Made made;

    GiftTests(
            World worlds,
            Accounts accounts,
            Places places,
            Gifts gifts,
            Points points,
            Postings postings,
            List<PersonalData> personalData,
            JdbcClient sql,
            MockMvcTester http) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.places = places;
        this.gifts = gifts;
        this.points = points;
        this.postings = postings;
        this.personalData = personalData;
        this.sql = sql;
        this.http = http;
    }

    @BeforeEach
    void settle() {
        made = worlds.make(3);
        fill(household(0), 60);
    }

    @Test
    void movesPointsWithTheirLastDayOnceTheReceiverHasAgreed() {
        assertThatThrownBy(() -> give(Ids.next(), household(1), 20)).isInstanceOf(PointsRefused.NotFamily.class);
        agree(household(1), household(0));
        var day = lastDay(household(0));
        var id = Ids.next();
        var gift = give(id, household(1), 20);
        assertThat(give(id, household(1), 20)).isEqualTo(gift);
        assertThat(List.of(balance(household(0)), balance(household(1)))).containsExactly(40L, 20L);
        assertThat(lastDay(household(1))).isEqualTo(day);
        assertThat(points.statement(resident(), household(0).id(), StatementFilter.ALL, 1, null)
                        .items()
                        .getFirst())
                .extracting(StatementLine::kind, StatementLine::points)
                .containsExactly(PostingKind.GIFT, -20L);
        assertThatThrownBy(() -> give(id, household(1), 21)).isInstanceOf(PointsRefused.KeyReused.class);
        assertThat(points.audit(world().community())).isEmpty();
    }

    @Test
    void isTakenBackOnBothSidesByStaffAndLeavesADebtForWhatWasSpent() {
        agree(household(1), household(0));
        var gift = give(Ids.next(), household(1), 20);
        postings.post(
                accounts.actorOf(world().username("head")),
                household(1).id(),
                new ManualPosting(Ids.next(), PostingKind.REDEMPTION, 15, null, "书"));
        assertThatThrownBy(() -> gifts.reverse(resident(), gift.id(), "后悔了")).isInstanceOf(Refused.Forbidden.class);
        var head = accounts.actorOf(world().username("head"));
        assertThat(gifts.reverse(head, gift.id(), "送错了").isReversed()).isTrue();
        assertThat(gifts.reverse(head, gift.id(), "再点一次").reverseNote()).isEqualTo("送错了");
        assertThat(balance(household(0))).isEqualTo(60);
        assertThat(points.account(head, household(1).id()))
                .extracting(HouseholdAccount::balance, HouseholdAccount::owed)
                .containsExactly(0L, 15L);
        assertThat(points.audit(world().community())).isEmpty();
    }

    @Test
    void neitherOverdrawsNorExceedsTheDaysLimitHoweverManyGiveAtOnce() throws Exception {
        fill(household(0), 300);
        fill(household(1), 300);
        agree(household(1), household(0));
        agree(household(0), household(1));
        var neighbour = memberOf(household(1));
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < 30; i++) {
                var isBack = i % 2 == 0;
                runs.add(threads.submit(() -> {
                    try {
                        if (isBack) {
                            gifts.give(neighbour, wish(Ids.next(), household(1), household(0), 20));
                        } else {
                            give(Ids.next(), household(1), 20);
                        }
                        done.incrementAndGet();
                    } catch (PointsRefused.GiftLimit e) {
                        assertThat(e.problem().slug()).isEqualTo("points-gift-limit");
                    }
                }));
            }
            for (var run : runs) {
                run.get();
            }
        }
        assertThat(done).hasValue(10);
        assertThat(List.of(balance(household(0)), balance(household(1)))).containsExactly(360L, 300L);
        assertThatThrownBy(() -> give(Ids.next(), household(1), 1)).isInstanceOf(PointsRefused.GiftLimit.class);
        assertThat(points.audit(world().community())).isEmpty();
    }

    @Test
    void crossesTheBorderOfACommunityForSomebodyWhoLivesInBoth() {
        var away = worlds.make(1);
        var other = away.households().getFirst();
        var both = new Actor(resident().account(), "居民", Set.of(), Set.of(household(0), other), null);
        gifts.give(both, wish(Ids.next(), household(0), other, 10));
        assertThat(List.of(balance(household(0)), balance(other))).containsExactly(50L, 10L);
        assertThat(points.trialBalance(false).sum()).isZero();
        assertThatThrownBy(() -> gifts.give(both, wish(Ids.next(), household(0), other, 51)))
                .isInstanceOf(PointsRefused.Overdraft.class);
        assertThatThrownBy(() -> gifts.give(both, wish(Ids.next(), household(0), other, 101)))
                .isInstanceOf(PointsRefused.BadNumber.class);
    }

    @Test
    void aTokenSeesAndGivesOnlyWhatItsScopesSay() {
        agree(household(1), household(0));
        var elsewhere = token("places:read");
        assertThatThrownBy(() -> points.account(elsewhere, household(0).id())).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> gifts.of(elsewhere, household(0), 10)).isInstanceOf(Refused.Forbidden.class);
        var reading = token("points:read");
        assertThat(points.account(reading, household(0).id()).balance()).isEqualTo(60);
        assertThat(gifts.of(reading, household(0), 10)).isEmpty();
        assertThatThrownBy(() -> gifts.give(reading, wish(Ids.next(), household(0), household(1), 20)))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> gifts.agree(reading, household(0), card(household(1))))
                .isInstanceOf(Refused.Forbidden.class);
        gifts.give(token("points:write"), wish(Ids.next(), household(0), household(1), 20));
        assertThat(balance(household(0))).isEqualTo(40);
        assertThat(accounts.scopesOf(resident())).contains("points:write");
    }

    @Test
    void keepsTheGiversWordsBesideTheLedgerSoThatTheyCanBeErased() {
        agree(household(1), household(0));
        var wish = new NewGift(Ids.next(), household(0), card(household(1)), 20, "给小宝买书", Origin.SYNTHETIC);
        gifts.give(resident(), wish);
        assertThat(notes(resident(), household(0))).containsExactly("给小宝买书");
        assertThat(notes(memberOf(household(1)), household(1))).containsExactly("给小宝买书");
        assertThat(sql.sql("select count(*) from points.posting where note like '%小宝%'")
                        .query(Long.class)
                        .single())
                .isZero();
        personalData.stream()
                .filter(part -> part.module().equals("points"))
                .forEach(part -> part.erase(new DataSubject(resident())));
        assertThat(notes(resident(), household(0))).containsOnlyNulls();
        assertThat(notes(memberOf(household(1)), household(1))).containsOnlyNulls();
        assertThat(points.audit(world().community())).isEmpty();
    }

    @Test
    void asksForASecondLookAndKeepsWhatWasTyped() {
        agree(household(1), household(0));
        var resident = user(new SignedIn("someone", "", true, resident()));
        var head = user(new SignedIn("someone", "", true, accounts.actorOf(world().username("head"))));
        assertThat(http.perform(get("/me/points/gifts").with(resident)))
                .hasStatusOk()
                .bodyText()
                .contains("赠送积分");
        var form = post("/me/points/gifts")
                .with(resident)
                .with(csrf())
                .param("card", card(household(1)))
                .param("amount", "7")
                .param("note", "买铅笔");
        assertThat(http.perform(form)).hasStatusOk().bodyText().contains("核对赠送", "买铅笔");
        assertThat(balance(household(1))).isZero();
        assertThat(http.perform(form.param("confirmed", "true"))).hasStatus(302);
        assertThat(balance(household(1))).isEqualTo(7);
        var stranger = http.perform(post("/me/points/gifts")
                .with(resident)
                .with(csrf())
                .param("card", "ZX-000-000-000")
                .param("amount", "7"));
        assertThat(stranger).hasStatus(422).bodyText().contains("ZX-000-000-000");
        assertThat(http.perform(get("/work/points/gifts").with(head)))
                .hasStatusOk()
                .bodyText()
                .contains("撤回");
        assertThat(http.perform(get("/api/v1/households/" + household(0).id() + "/gifts")
                        .with(resident)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].points")
                .isEqualTo(7);
    }

    private Gift give(UUID id, HouseholdRef to, long amount) {
        return gifts.give(resident(), wish(id, household(0), to, amount));
    }

    private NewGift wish(UUID id, HouseholdRef from, HouseholdRef to, long amount) {
        return new NewGift(id, from, card(to), amount, "", Origin.SYNTHETIC);
    }

    private void agree(HouseholdRef household, HouseholdRef from) {
        gifts.agree(memberOf(household), household, card(from));
    }

    private List<@Nullable String> notes(Actor actor, HouseholdRef household) {
        var given = new StatementFilter(PostingKind.GIFT, null, null);
        return points.statement(actor, household.id(), given, 10, null).items().stream()
                .<@Nullable String>map(StatementLine::note)
                .toList();
    }

    private Actor token(String scope) {
        var own = resident();
        return new Actor(own.accountId(), own.name(), own.grants(), own.households(), Set.of(scope));
    }

    private Actor memberOf(HouseholdRef household) {
        return new Actor(resident().account(), "家人", Set.of(), Set.of(household), null);
    }

    private String card(HouseholdRef household) {
        return Objects.requireNonNull(places.findHouseholds(List.of(household)).get(household.id()))
                .cardCode();
    }

    private void fill(HouseholdRef household, long amount) {
        postings.post(
                World.founder(),
                household.id(),
                new ManualPosting(Ids.next(), PostingKind.ADJUSTMENT, amount, null, "测试"));
    }

    private long balance(HouseholdRef household) {
        return points.balances(List.of(household)).getOrDefault(household, 0L);
    }

    private long lastDay(HouseholdRef household) {
        return sql.sql("select lots[1] from points.account where id = ?")
                .param(household.id())
                .query(Long.class)
                .single();
    }

    private HouseholdRef household(int number) {
        return world().households().get(number);
    }

    private Actor resident() {
        return accounts.actorOf(world().username("resident"));
    }

    private World.Made world() {
        return Objects.requireNonNull(made);
    }
}
