package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.carbon.BaselineMixes;
import org.zhuxi.carbon.CarbonPermissions;
import org.zhuxi.carbon.Climate;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.NewInput;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.Quality;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.Statements;
import org.zhuxi.compost.internal.BenefitStore;
import org.zhuxi.compost.internal.GatheringStore;
import org.zhuxi.compost.internal.Tables;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.compost.process.Sanitisation;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** What a site brought in a year, and its climate statement: both from published months alone. */
@Service
public class CompostBenefits {

    private static final int FEWEST_PEOPLE = 5;
    private static final int STATEMENTS = 24;

    private final BenefitStore store;
    private final CompostSites sites;
    private final CompostBatches batches;
    private final CompostEconomy economy;
    private final CompostClimate climate;
    private final GatheringStore gatherings;
    private final Places places;
    private final Tables tables;
    private final Statements statements;
    private final BaselineMixes mixes;

    CompostBenefits(
            BenefitStore store,
            CompostSites sites,
            CompostBatches batches,
            CompostEconomy economy,
            CompostClimate climate,
            GatheringStore gatherings,
            Places places,
            Tables tables,
            Statements statements,
            BaselineMixes mixes) {
        this.store = store;
        this.sites = sites;
        this.batches = batches;
        this.economy = economy;
        this.climate = climate;
        this.gatherings = gatherings;
        this.places = places;
        this.tables = tables;
        this.statements = statements;
        this.mixes = mixes;
    }

    /** The report of a site and year; for everybody. */
    @Transactional(readOnly = true)
    public BenefitReport report(UUID siteId, int year) {
        var site = sites.get(siteId);
        var from = YearMonth.of(year, 1);
        var until = YearMonth.of(year, 12);
        var people = store.people(site.ref(), from, until);
        var ended = store.endedBatches(site.ref(), from, until).stream()
                .map(batches::view)
                .toList();
        return new BenefitReport(
                site,
                year,
                store.months(site.ref(), from, until),
                store.madeKg(site.ref(), from, until),
                store.treated(site.ref(), from, until),
                store.handedOut(site.ref(), from, until),
                ended.size(),
                (int) ended.stream().filter(CompostBenefits::isSanitised).count(),
                people.days(),
                people.keepers() < FEWEST_PEOPLE ? null : people.keepers(),
                economy.savings(List.of(site), year),
                gatherings.sum(List.of(site.ref()), year),
                climate.together(List.of(site), year).sum(),
                published(site, Integer.toString(year)));
    }

    private static boolean isSanitised(BatchView batch) {
        return batch.sanitisation().stream().anyMatch(it -> it.judgement().verdict() == Sanitisation.Verdict.PASS);
    }

    /** Climate statements published for a site and a period, or a part of it. */
    @Transactional(readOnly = true)
    public List<Statement> published(CompostSite site, String period) {
        return statements.published(pathOf(site), Line.Scope.ORGANICS, "", STATEMENTS, null).items().stream()
                .filter(it -> it.document().period().startsWith(period) && it.state() == Statement.State.PUBLISHED)
                .toList();
    }

    private Place placeOf(CompostSite site) {
        var code = places.findSite(site.ref().community(), site.ref().id())
                .orElseThrow(() -> new Refused.NotFound(site.ref().id()))
                .code();
        return places.findByCode(code).orElseThrow(() -> new Refused.NotFound(code));
    }

    private PlacePath pathOf(CompostSite site) {
        return placeOf(site).path();
    }

    /**
     * Drafts the climate statement of a site: kitchen and garden waste treated in published months, rejects and water, against what
     * the city does with its waste. Somebody else verifies it and another one publishes it.
     *
     * @param period a year, or a month
     * @param climate of the landfill; it is stated and never guessed
     * @throws CompostRefused.NothingPublished when no month of the period is published, or nothing of it counts
     * @throws CompostRefused.BaselineMissing when nobody has entered what the city does with its waste
     */
    @Transactional
    public Statement draft(Actor actor, UUID id, UUID siteId, String period, Climate climate, Origin origin) {
        var site = sites.get(siteId);
        actor.require(CarbonPermissions.DRAFT, sites.pathOf(site.ref()));
        var from = first(period);
        var until = period.length() == 4 ? from.plusMonths(11) : from;
        var months = store.months(site.ref(), from, until);
        var inputs = inputs(site, from, until, source(site, period, months));
        if (months == 0 || inputs.isEmpty()) {
            throw new CompostRefused.NothingPublished(period);
        }
        var place = placeOf(site);
        var mix = mixes.find(place.path(), from.getYear())
                .orElseThrow(() -> new CompostRefused.BaselineMissing(from.getYear()));
        var note = "%d 个月已公布 / %d published months: /compost/sites/%s/benefits?year=%d"
                .formatted(months, months, siteId, from.getYear());
        return statements.draft(
                actor,
                id,
                NewStatement.usual(place.code(), period, Line.Scope.ORGANICS, climate, mix.mix(), inputs, note),
                origin);
    }

    private static YearMonth first(String period) {
        if (period.matches("20[0-9]{2}")) {
            return YearMonth.of(Integer.parseInt(period), 1);
        }
        if (period.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            return YearMonth.parse(period);
        }
        throw new CompostRefused.Unreadable("period", "compost-month-unreadable");
    }

    private static String source(CompostSite site, String period, int months) {
        return period.length() == 4
                ? "/compost/sites/%s/benefits?year=%s (%d)".formatted(site.ref().id(), period, months)
                : "/compost/sites/%s/months/%s".formatted(site.ref().id(), period);
    }

    private List<NewInput> inputs(CompostSite site, YearMonth from, YearMonth until, String source) {
        var inputs = new java.util.ArrayList<NewInput>();
        var treated = store.treated(site.ref(), from, until);
        add(inputs, Line.FOOD_COMPOSTED, of(treated, Feedstock.Stream.KITCHEN), source);
        add(inputs, Line.GARDEN_COMPOSTED, of(treated, Feedstock.Stream.GARDEN), source);
        if (!inputs.isEmpty()) {
            var rejected = store.rejectedKg(site.ref(), from, until);
            if (rejected.signum() > 0) {
                inputs.add(input(Line.RESIDUE, rejected, Quality.WEIGHED, source));
            }
        }
        return inputs;
    }

    private List<BenefitReport.Treated> of(List<BenefitReport.Treated> treated, Feedstock.Stream stream) {
        return treated.stream()
                .filter(it -> tables.feedstock(it.material()).stream().anyMatch(one -> one.stream() == stream))
                .toList();
    }

    private static void add(List<NewInput> inputs, Line line, List<BenefitReport.Treated> parts, String source) {
        var kg = parts.stream().map(BenefitReport.Treated::massKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (kg.signum() > 0) {
            var isWeighed = parts.stream().allMatch(BenefitReport.Treated::isWeighed);
            inputs.add(input(line, kg, isWeighed ? Quality.WEIGHED : Quality.ESTIMATED, source));
        }
    }

    private static NewInput input(Line line, BigDecimal kg, Quality quality, String source) {
        return NewInput.of(line, kg.stripTrailingZeros().toPlainString(), "kg", quality, source);
    }

    /** Whether somebody may draft climate statements of a site. */
    public boolean mayDraft(Actor actor, CompostSite site) {
        Permission draft = CarbonPermissions.DRAFT;
        return actor.may(draft, sites.pathOf(site.ref()));
    }
}
