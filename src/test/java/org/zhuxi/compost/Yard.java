package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;

/** A community with a compost site of one bin, and those who keep its log and verify it. */
public record Yard(World.Made made, CompostSite site, UUID unit, Actor clerk, Actor head, Actor verifier) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final YearMonth LAST_MONTH = YearMonth.now(ZONE).minusMonths(1);

    public static Yard make(World worlds, Accounts accounts, CompostSites sites) {
        return make(worlds, accounts, sites, "", null);
    }

    /** The same with a place on the map, in a programme. */
    public static Yard make(
            World worlds, Accounts accounts, CompostSites sites, String programme, @Nullable GeoPoint location) {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var site = sites.add(
                head,
                new NewSite(
                        made.communityCode(),
                        new Names("竹西叶堆", "Zhuxi Leaf Yard"),
                        location,
                        Scene.RESIDENTIAL,
                        "试验社区",
                        programme,
                        LocalDate.of(2020, 1, 1),
                        BigDecimal.valueOf(20),
                        "",
                        Origin.SYNTHETIC));
        var unit = new NewUnit(Ids.next(), "1号箱", Method.AEROBIC_BIN, BigDecimal.valueOf(600), 2);
        sites.addUnit(head, site.ref().id(), unit);
        return new Yard(
                made,
                site,
                unit.id(),
                accounts.actorOf(made.username("clerk")),
                head,
                accounts.actorOf(made.username("verifier")));
    }

    public UUID id() {
        return site.ref().id();
    }

    public static Instant on(int day) {
        return at(LAST_MONTH.atDay(day));
    }

    public static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
    }

    public NewEntry fed(String kg, int day) {
        return NewEntry.fed(Ids.next(), unit, "food-mixed", new BigDecimal(kg), on(day));
    }

    public NewEntry buckets(int litres, int day) {
        return new NewEntry(
                Ids.next(),
                unit,
                EntryKind.FEED,
                "food-mixed",
                null,
                BigDecimal.valueOf(litres),
                null,
                null,
                null,
                false,
                null,
                "",
                on(day),
                false,
                List.of(),
                null);
    }

    public Logged log(CompostLog log, NewEntry entry) {
        return log.record(clerk, clerk.account(), List.of(entry), Origin.SYNTHETIC)
                .getFirst();
    }

    /** Looks at the whole sample, finds it right and publishes. */
    public void verify(CompostMonths months, YearMonth month) {
        months.submit(clerk, id(), month);
        months.report(verifier, id(), month)
                .sample()
                .forEach(it -> months.look(verifier, it.entry().id(), true, ""));
        months.publish(verifier, id(), month);
    }
}
