package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Household;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.buyback.BuyBackOutcome;
import org.zhuxi.waste.buyback.BuyBackRefused;
import org.zhuxi.waste.buyback.BuyBacks;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.NewBuyBack;
import org.zhuxi.waste.buyback.Payment;
import org.zhuxi.waste.buyback.Price;
import org.zhuxi.waste.buyback.Receipt;
import org.zhuxi.waste.buyback.Receipts;
import org.zhuxi.waste.buyback.Recycler;
import org.zhuxi.waste.buyback.Recyclers;
import org.zhuxi.waste.buyback.Settlements;

@ZhuxiTest
class BuyBackTests {

    private final BuyBacks buyBacks;
    private final Receipts receipts;
    private final Recyclers recyclers;
    private final Settlements settlements;
    private final Activities activities;
    private final Drops drops;
    private final Neighbourhood here;
    private final Actor recyclerPerson;
    private final Actor finance;
    private final Recycler recycler;
    private final LocalDate today = LocalDate.now(Neighbourhood.ZONE);
    private final YearMonth lastMonth = YearMonth.from(today).minusMonths(1);

    BuyBackTests(
            BuyBacks buyBacks,
            Receipts receipts,
            Recyclers recyclers,
            Settlements settlements,
            Activities activities,
            Drops drops,
            Stations stations,
            Register register,
            Accounts accounts) {
        this.buyBacks = buyBacks;
        this.receipts = receipts;
        this.recyclers = recyclers;
        this.settlements = settlements;
        this.activities = activities;
        this.drops = drops;
        var builder = new Neighbourhood.Builder(register, accounts, stations);
        here = builder.build(3, 0);
        recyclerPerson = builder.person("recycler", here.code(), here.path(), Role.RECYCLER);
        finance = builder.person("finance", here.code(), here.path(), Role.FINANCE);
        recycler = recyclers.add(here.clerk(), here.community(), "绿源回收", "0514-1", Origin.SYNTHETIC);
        recyclers.engage(here.clerk(), recycler.ref(), "recycler-" + here.code());
        recyclers.setPrices(
                here.clerk(),
                recycler.ref(),
                List.of(
                        new Price(Material.PAPER, lastMonth.minusMonths(2).atDay(1), 80L),
                        new Price(Material.CAN, lastMonth.minusMonths(2).atDay(1), 505L)));
    }

    @Test
    void paysEachLineRoundedHalfUpAndCountsTheMassOnce() {
        var sale = sale(Instant.now(), line(Material.PAPER, 3_250), line(Material.CAN, 1_101));
        var outcome = one(sale);

        assertThat(outcome.status()).isEqualTo(Outcome.Status.CREATED);
        assertThat(outcome.amountFen()).isEqualTo(260 + 556);
        assertThat(outcome.number()).endsWith("-00001");
        var receipt = receipts.get(sale.id());
        assertThat(receipt.quote().massG()).isEqualTo(4_351);
        var record = activities.get(here.clerk(), Ids.derived(sale.id(), "buy-back/paper"));
        assertThat(record.quantities().get("mass")).isEqualByComparingTo("3.25");
        assertThat(record.kind()).isEqualTo("waste.buyback.paper");
    }

    @Test
    void paysOnceHoweverOftenAReceiptIsSent() {
        var sale = sale(Instant.now(), line(Material.PAPER, 1_000));

        assertThat(one(sale).status()).isEqualTo(Outcome.Status.CREATED);
        assertThat(one(sale).status()).isEqualTo(Outcome.Status.DUPLICATE);
        assertThat(buyBacks.record(recyclerPerson, List.of(sale, sale)))
                .extracting(BuyBackOutcome::status)
                .containsOnly(Outcome.Status.DUPLICATE);
        var other = new NewBuyBack(
                sale.id(),
                sale.household(),
                null,
                sale.at(),
                List.of(line(Material.PAPER, 9_000)),
                Payment.CASH,
                null,
                null);
        assertThat(one(other).status()).isEqualTo(Outcome.Status.CONFLICT);
        assertThat(receipts.get(sale.id()).quote().massG()).isEqualTo(1_000);
        assertThat(settlements
                        .get(finance, recycler.ref().id(), YearMonth.from(today))
                        .receipts())
                .isEqualTo(1);
    }

    @Test
    void paysOnceWhenTheSameReceiptArrivesOnManyLinesAtOnce() throws Exception {
        var sale = sale(Instant.now(), line(Material.PAPER, 1_000));
        var outcomes = together(IntStream.range(0, 8)
                .<Callable<BuyBackOutcome>>mapToObj(i -> () -> one(sale))
                .toList());

        assertThat(outcomes).extracting(BuyBackOutcome::status).containsOnlyOnce(Outcome.Status.CREATED);
        assertThat(outcomes)
                .extracting(BuyBackOutcome::status)
                .containsOnly(Outcome.Status.CREATED, Outcome.Status.DUPLICATE);
        assertThat(settlements
                        .get(finance, recycler.ref().id(), YearMonth.from(today))
                        .amountFen())
                .isEqualTo(80);
    }

    @Test
    void oneBadReceiptNeverSpoilsTheOthers() {
        var good = sale(Instant.now(), line(Material.PAPER, 1_000));
        var noPrice = sale(Instant.now(), line(Material.GLASS, 1_000));
        var tooHeavy = sale(Instant.now(), line(Material.PAPER, 5_000_000));
        var early = sale(Instant.now().plusSeconds(3_600), line(Material.PAPER, 1_000));
        var unexpected =
                new NewBuyBack(Ids.next(), good.household(), null, good.at(), good.lines(), Payment.CASH, null, 81L);

        var outcomes = buyBacks.record(recyclerPerson, List.of(noPrice, good, tooHeavy, early, unexpected));

        assertThat(outcomes)
                .extracting(outcome ->
                        outcome.problem() == null ? "" : outcome.problem().slug())
                .containsExactly("buyback-no-price", "", "buyback-mass", "buyback-in-future", "buyback-expected");
    }

    @Test
    void refusesThoseWhoWorkForNoRecycler() {
        var sale = sale(Instant.now(), line(Material.PAPER, 1_000));

        assertThat(buyBacks.record(here.steward(), List.of(sale)).getFirst().problem())
                .satisfies(problem -> assertThat(problem).isNotNull());
        recyclers.dismiss(here.clerk(), recycler.ref(), "recycler-" + here.code());
        assertThat(one(sale).problem()).isNotNull();
    }

    @Test
    void countsTheMassOfADropThatIsBoughtOnceOnly() {
        var household = here.big().getFirst();
        var drop = here.drop(household, WasteClass.RECYCLABLE, "2.5", Grade.A);
        drops.record(here.steward(), drop);
        var sale = bought(household, drop.id(), 2_500);

        assertThat(one(sale).status()).isEqualTo(Outcome.Status.CREATED);
        assertThatThrownBy(() -> activities.get(here.clerk(), Ids.derived(sale.id(), "buy-back/paper")))
                .isInstanceOf(Refused.NotFound.class);
        assertThat(slug(one(bought(household, drop.id(), 2_500)))).isEqualTo("buyback-drop-bought");
        assertThat(slug(one(bought(here.big().get(1), drop.id(), 2_500)))).isEqualTo("buyback-drop-unknown");
    }

    @Test
    void aDropCanBeBoughtAgainOnceItsReceiptWasTakenBack() {
        var household = here.big().getFirst();
        var drop = here.drop(household, WasteClass.RECYCLABLE, "2.5", Grade.A);
        drops.record(here.steward(), drop);
        var wrong = bought(household, drop.id(), 2_500);
        one(wrong);
        receipts.reverse(here.clerk(), wrong.id(), "付错了人");

        var right = bought(household, drop.id(), 2_400);
        assertThat(one(right).status()).isEqualTo(Outcome.Status.CREATED);
        assertThat(slug(one(bought(household, drop.id(), 2_400)))).isEqualTo("buyback-drop-bought");
        receipts.reverse(here.clerk(), right.id(), "又付错了");
        assertThat(one(bought(household, drop.id(), 2_300)).status()).isEqualTo(Outcome.Status.CREATED);
    }

    @Test
    void aReversalIsACounterEntryAndItsRecordsCountNoMore() {
        var sale = sale(Instant.now(), line(Material.PAPER, 1_255));
        one(sale);
        var counter = receipts.reverse(here.clerk(), sale.id(), "称错了");

        assertThat(counter.amountFen()).isEqualTo(-100);
        assertThat(receipts.get(sale.id()).reversedBy()).isEqualTo(counter.id());
        assertThat(activities
                        .get(here.clerk(), Ids.derived(sale.id(), "buy-back/paper"))
                        .state())
                .isEqualTo(ActivityState.REVERSED);
        assertThatThrownBy(() -> receipts.reverse(here.head(), sale.id(), "再来"))
                .isInstanceOf(BuyBackRefused.ReversedAlready.class);
        assertThatThrownBy(() -> receipts.reverse(here.head(), counter.id(), "再来"))
                .isInstanceOf(BuyBackRefused.ReversedAlready.class);
        assertThatThrownBy(() -> receipts.reverse(recyclerPerson, sale.id(), "再来"))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> receipts.reverse(here.clerk(), sale.id(), " "))
                .isInstanceOf(BuyBackRefused.ReasonMissing.class);
    }

    @Test
    void aPriceOfADayThatHasBegunIsNeverRewritten() {
        assertThatThrownBy(() -> setPrice(today, 90L)).isInstanceOf(BuyBackRefused.PriceFixed.class);
        setPrice(today.plusDays(1), 90L);
        assertThatThrownBy(() -> setPrice(today.plusDays(1), 95L)).isInstanceOf(BuyBackRefused.PriceFixed.class);
        setPrice(today.plusDays(2), null);
        var ref = recycler.ref();
        assertThat(priceOn(today)).isEqualTo(80);
        assertThat(priceOn(today.plusDays(1))).isEqualTo(90);
        assertThat(recyclers.pricesOn(List.of(ref), today.plusDays(2)).get(ref))
                .extracting(Price::material)
                .containsExactly(Material.CAN);
    }

    @Test
    void aSettledMonthNeverChangesAndLateReceiptsFallIntoTheNext() {
        var before =
                lastMonth.atEndOfMonth().atTime(9, 0).atZone(Neighbourhood.ZONE).toInstant();
        takeOver(sale(before, line(Material.PAPER, 1_000)));
        assertThatThrownBy(() -> settlements.close(finance, recycler.ref().id(), YearMonth.from(today)))
                .isInstanceOf(BuyBackRefused.MonthNotOver.class);
        assertThatThrownBy(() -> settlements.close(here.clerk(), recycler.ref().id(), lastMonth))
                .isInstanceOf(Refused.Forbidden.class);

        var closed = settlements.close(finance, recycler.ref().id(), lastMonth);
        var late = sale(before, line(Material.PAPER, 2_000));
        takeOver(late);

        assertThat(closed.amountFen()).isEqualTo(80);
        assertThat(settlements.get(finance, recycler.ref().id(), lastMonth).amountFen())
                .isEqualTo(80);
        assertThat(receipts.get(late.id()).month()).isEqualTo(YearMonth.from(today));
        assertThatThrownBy(() -> settlements.close(finance, recycler.ref().id(), lastMonth))
                .isInstanceOf(BuyBackRefused.MonthClosed.class);
    }

    @Test
    void everyReceiptIsInExactlyOneSettlementWhileTheMonthIsBeingClosed() throws Exception {
        var before = lastMonth.atDay(10).atTime(9, 0).atZone(Neighbourhood.ZONE).toInstant();
        takeOver(sale(before, line(Material.PAPER, 500)));
        var work = new ArrayList<Callable<BuyBackOutcome>>();
        for (var i = 0; i < 20; i++) {
            var sale = sale(before, line(Material.PAPER, 1_000 + i));
            work.add(() -> takeOver(sale));
            if (i == 8) {
                work.add(() -> {
                    settlements.close(finance, recycler.ref().id(), lastMonth);
                    return new BuyBackOutcome(Ids.next(), Outcome.Status.CREATED, null, null, null);
                });
            }
        }
        together(work);

        var kept = all(lastMonth);
        kept.addAll(all(YearMonth.from(today)));
        assertThat(kept).hasSize(21);
        assertSettled(lastMonth, all(lastMonth));
        assertSettled(YearMonth.from(today), all(YearMonth.from(today)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_121, 77})
    void settlementsAreTheSumOfTheirReceiptsReversalsIncluded(long seed) {
        var random = new SplittableRandom(seed);
        var before = lastMonth.atDay(3).atTime(9, 0).atZone(Neighbourhood.ZONE).toInstant();
        for (var i = 0; i < 30; i++) {
            var sale = sale(
                    random.nextBoolean() ? before : Instant.now(),
                    line(Material.PAPER, random.nextLong(1, 60_000)),
                    line(Material.CAN, random.nextLong(1, 9_000)));
            takeOver(sale);
            if (random.nextInt(4) == 0) {
                receipts.reverse(here.head(), sale.id(), "称错了 " + seed);
            }
            if (i == 15) {
                settlements.close(finance, recycler.ref().id(), lastMonth);
            }
        }

        assertSettled(lastMonth, all(lastMonth));
        assertSettled(YearMonth.from(today), all(YearMonth.from(today)));
    }

    private void assertSettled(YearMonth month, List<Receipt> kept) {
        var settlement = settlements.get(finance, recycler.ref().id(), month);
        assertThat(settlement.amountFen())
                .isEqualTo(kept.stream().mapToLong(Receipt::amountFen).sum());
        assertThat(settlement.massG())
                .isEqualTo(kept.stream()
                        .mapToLong(receipt -> receipt.quote().massG())
                        .sum());
        assertThat(settlement.receipts()).isEqualTo(kept.size());
        assertThat(kept.stream().map(Receipt::number).sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, kept.size()).boxed().toList());
    }

    private List<Receipt> all(YearMonth month) {
        return new ArrayList<>(
                receipts.ofMonth(finance, recycler.ref(), month, 1_000, null).items());
    }

    private BuyBackOutcome one(NewBuyBack sale) {
        return buyBacks.record(recyclerPerson, List.of(sale)).getFirst();
    }

    private BuyBackOutcome takeOver(NewBuyBack sale) {
        return buyBacks.takeOver(recyclerPerson, Neighbourhood.OPERATOR, List.of(sale), Origin.SYNTHETIC)
                .getFirst();
    }

    private NewBuyBack sale(Instant at, NewBuyBack.Weighed... lines) {
        var household = here.big().getFirst().ref().id();
        return new NewBuyBack(Ids.next(), household, null, at, List.of(lines), Payment.CASH, null, null);
    }

    private NewBuyBack bought(Household household, UUID drop, long massG) {
        return new NewBuyBack(
                Ids.next(),
                household.ref().id(),
                here.station().site(),
                Instant.now(),
                List.of(line(Material.PAPER, massG)),
                Payment.CASH,
                drop,
                null);
    }

    private static NewBuyBack.Weighed line(Material material, long massG) {
        return new NewBuyBack.Weighed(material, massG);
    }

    private static String slug(BuyBackOutcome outcome) {
        return outcome.problem() == null ? "" : outcome.problem().slug();
    }

    private void setPrice(LocalDate day, @Nullable Long fen) {
        recyclers.setPrices(here.clerk(), recycler.ref(), List.of(new Price(Material.PAPER, day, fen)));
    }

    private long priceOn(LocalDate day) {
        return recyclers.pricesOn(List.of(recycler.ref()), day).getOrDefault(recycler.ref(), List.of()).stream()
                .filter(price -> price.material() == Material.PAPER)
                .map(Price::fenPerKg)
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void kilogramsKeepThreeDecimals() {
        assertThat(org.zhuxi.waste.buyback.Money.kg(1_005)).isEqualTo(new BigDecimal("1.005"));
    }
}
