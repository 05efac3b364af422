package org.zhuxi.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.waste.buyback.BuyBacks;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.NewBuyBack;
import org.zhuxi.waste.buyback.Payment;
import org.zhuxi.waste.buyback.Price;
import org.zhuxi.waste.buyback.Recycler;
import org.zhuxi.waste.buyback.Recyclers;
import org.zhuxi.waste.buyback.Settlements;

/** Two recyclers with their price lists, two months of receipts, the first of them settled. */
@Component
class BuyBackChapter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SALES_A_MONTH = 60;
    private static final long SEED = 20_260_918;
    private static final Map<Material, Long> PAPER_FIRM = Map.of(
            Material.PAPER,
            80L,
            Material.CARDBOARD,
            95L,
            Material.PLASTIC,
            60L,
            Material.BOTTLE,
            180L,
            Material.METAL,
            140L);
    private static final Map<Material, Long> TEXTILE_FIRM =
            Map.of(Material.TEXTILE, 40L, Material.CAN, 620L, Material.GLASS, 5L, Material.APPLIANCE, 110L);

    private final DemoStaff staff;
    private final DemoHouseholds households;
    private final Recyclers recyclers;
    private final BuyBacks buyBacks;
    private final Settlements settlements;

    BuyBackChapter(
            DemoStaff staff,
            DemoHouseholds households,
            Recyclers recyclers,
            BuyBacks buyBacks,
            Settlements settlements) {
        this.staff = staff;
        this.households = households;
        this.recyclers = recyclers;
        this.buyBacks = buyBacks;
        this.settlements = settlements;
    }

    void tell(LocalDate lastDay) {
        var before = YearMonth.from(lastDay).minusMonths(1);
        var paper = establish("竹西再生资源回收站", "0514-8000-0001", "recycler", PAPER_FIRM, before);
        var textile = establish("运河旧物回收", "0514-8000-0002", "zhuxi-recycler", TEXTILE_FIRM, before);
        sell(paper, "recycler", PAPER_FIRM, before, lastDay);
        sell(textile, "zhuxi-recycler", TEXTILE_FIRM, before, lastDay);
        var finance = staff.founderAs(Role.FINANCE);
        settlements.list(finance, paper.ref().id()).stream()
                .filter(month -> month.month().equals(before) && !month.isClosed())
                .forEach(month -> settlements.close(finance, paper.ref().id(), before));
    }

    private Recycler establish(String name, String phone, String username, Map<Material, Long> prices, YearMonth from) {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        var there = recyclers.list(staff.path()).stream()
                .filter(recycler -> recycler.name().equals(name))
                .findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        var recycler = recyclers.add(clerk, staff.community(), name, phone, Origin.SYNTHETIC);
        recyclers.engage(clerk, recycler.ref(), username);
        recyclers.setPrices(
                clerk,
                recycler.ref(),
                prices.entrySet().stream()
                        .map(price ->
                                new Price(price.getKey(), from.minusMonths(1).atDay(1), price.getValue()))
                        .toList());
        return recycler;
    }

    private void sell(
            Recycler recycler, String username, Map<Material, Long> prices, YearMonth before, LocalDate lastDay) {
        Actor person = staff.person(username);
        var sellers = households.of(DemoCommunities.ZHUXI);
        var materials = prices.keySet().stream().sorted().toList();
        var random = new SplittableRandom(SEED ^ recycler.name().hashCode());
        var sales = new ArrayList<NewBuyBack>();
        for (var i = 0; i < 2 * SALES_A_MONTH; i++) {
            var day = i < SALES_A_MONTH
                    ? before.atDay(1 + random.nextInt(before.lengthOfMonth()))
                    : lastDay.withDayOfMonth(1 + random.nextInt(lastDay.getDayOfMonth()));
            var seller = i == 0 ? sellers.getFirst() : sellers.get(random.nextInt(sellers.size()));
            sales.add(sale(seller, day, materials, random));
        }
        sales.sort(java.util.Comparator.comparing(NewBuyBack::at));
        buyBacks.takeOver(person, Founder.ACTOR, sales, Origin.SYNTHETIC).forEach(outcome -> {
            if (outcome.problem() != null) {
                throw new IllegalStateException("The demo world does not fit: " + outcome.problem());
            }
        });
    }

    private static NewBuyBack sale(
            HouseholdRef seller, LocalDate day, List<Material> materials, SplittableRandom random) {
        var at = day.atTime(LocalTime.of(9, 0))
                .plusSeconds(random.nextInt(8 * 3_600))
                .atZone(ZONE)
                .toInstant();
        var lines = new ArrayList<NewBuyBack.Weighed>();
        materials.forEach(material -> {
            if (lines.isEmpty() || random.nextInt(3) == 0) {
                lines.add(new NewBuyBack.Weighed(material, 200 + 10L * random.nextInt(900)));
            }
        });
        UUID id = Ids.derived(Ids.derived(seller.id(), "sale/" + at), materials.toString());
        return new NewBuyBack(id, seller.id(), null, at, lines, Payment.CASH, null, null);
    }
}
