package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.compost.InstitutionKind;
import org.zhuxi.compost.Institutions;
import org.zhuxi.compost.NewInstitution;
import org.zhuxi.compost.WasteLine;
import org.zhuxi.compost.WasteLine.Destination;
import org.zhuxi.compost.WasteLine.Source;
import org.zhuxi.compost.WasteLine.Stream;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/**
 * Ledgers of a museum on its way to zero waste, and of the zero-waste market, which composts 85 % of its kitchen waste: 20.4 t of 24 t
 * in a year. The goals are those of the sources; the museum prints no tonnes, so its figures are made up and say so.
 */
@Component
class LedgersChapter {

    private static final int MONTHS = 12;
    private static final String BEIJING = "119101991001";

    private final Institutions institutions;
    private final DemoStaff staff;

    LedgersChapter(Institutions institutions, DemoStaff staff) {
        this.institutions = institutions;
        this.staff = staff;
    }

    void tell(LocalDate lastDay) {
        var museum = add(
                "museum",
                new Names("零废弃博物馆（演示）", "Zero-waste museum (demo)"),
                InstitutionKind.MUSEUM,
                "目标：填埋、焚烧趋近于零。文献没有吨数，数字都是演示数据。");
        var market = add(
                "market",
                new Names("零废烟火·菜市场", "Zero-waste market"),
                InstitutionKind.MARKET,
                "厨余八成五以上就地堆肥（文献）；逐月数字是演示数据，堆肥量与堆肥点相同。");
        for (var back = MONTHS; back >= 1; back--) {
            var month = YearMonth.from(lastDay).minusMonths(back);
            museum(museum, month, MONTHS - back);
            market(market, month);
            if (back > 1) {
                institutions.confirm(reviewer(), museum, month);
            }
            institutions.confirm(reviewer(), market, month);
        }
    }

    private UUID add(String what, Names name, InstitutionKind kind, String note) {
        var id = Ids.derived(Founder.ACTOR.account(), "ledger/" + what);
        institutions.add(keeper(), id, BEIJING, new NewInstitution(name, kind, note, Origin.SYNTHETIC));
        return id;
    }

    /** Less is burnt from month to month. */
    private void museum(UUID id, YearMonth month, int gone) {
        var visits = 900_000L + 40_000L * (month.getMonthValue() % 7);
        line(id, month, Source.KITCHEN, Stream.FOOD, Destination.COMPOSTED, 6_200 + 90L * gone);
        line(
                id,
                month,
                Source.GROUNDS,
                Stream.GARDEN,
                Destination.COMPOSTED,
                4_800 + 300L * (month.getMonthValue() % 5));
        line(id, month, Source.VISITORS, Stream.RECYCLABLE, Destination.RECYCLED, 9_400 + 120L * gone);
        line(id, month, Source.STAFF, Stream.RECYCLABLE, Destination.REUSED, 640);
        line(id, month, Source.VISITORS, Stream.RESIDUAL, Destination.INCINERATED, 5_900 - 310L * gone);
        institutions.count(keeper(), id, month, visits);
    }

    private void market(UUID id, YearMonth month) {
        line(id, month, Source.SHOPS, Stream.FOOD, Destination.COMPOSTED, 1_700);
        line(id, month, Source.SHOPS, Stream.FOOD, Destination.INCINERATED, 300);
        institutions.count(keeper(), id, month, 68);
    }

    private void line(UUID id, YearMonth month, Source source, Stream stream, Destination destination, long kg) {
        institutions.record(
                keeper(),
                id,
                new WasteLine(
                        Ids.derived(id, month + "/" + source + "/" + stream + "/" + destination),
                        month,
                        source,
                        stream,
                        destination,
                        BigDecimal.valueOf(kg),
                        "",
                        Origin.SYNTHETIC,
                        null));
    }

    private static Actor keeper() {
        return as(Founder.ACTOR, Role.COMMUNITY_HEAD);
    }

    private Actor reviewer() {
        return as(staff.person("verifier"), Role.VERIFIER);
    }

    private static Actor as(Actor person, Role role) {
        return new Actor(person.account(), person.name(), Set.of(new Grant(role, PlacePath.NATION)), Set.of(), null);
    }
}
