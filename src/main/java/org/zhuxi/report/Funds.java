package org.zhuxi.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.report.internal.FundStore;
import org.zhuxi.report.internal.ReportPlaces;

/** Funds that were brought together for the campaign: planned, allocated, paid out. */
@Service
public class Funds {

    private static final int FEN_DECIMALS = 2;

    private final FundStore store;
    private final ReportPlaces places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Funds(FundStore store, ReportPlaces places, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters a line. The same id again is answered with what is there.
     *
     * @throws ReportRefused when a field is wrong
     */
    @Transactional
    public Fund add(Actor actor, UUID id, NewFund typed, Origin origin) {
        var place = places.typed(typed.place());
        actor.require(ReportPermissions.WRITE, place.path());
        places.requireYear(typed.year());
        var planned = fen("planned", typed.plannedYuan());
        var allocated = fen("allocated", typed.allocatedYuan());
        var disbursed = fen("disbursed", typed.disbursedYuan());
        if (allocated > planned) {
            throw new ReportRefused.NoAmount("allocated");
        }
        if (disbursed > allocated) {
            throw new ReportRefused.NoAmount("disbursed");
        }
        var source = typed.source().strip();
        if (source.isEmpty() || source.length() > NewFund.SOURCE || source.indexOf('\0') >= 0) {
            throw new ReportRefused.Length("source", NewFund.SOURCE);
        }
        var fund = new Fund(
                id,
                place.code(),
                place.path(),
                typed.year(),
                typed.kind(),
                typed.area(),
                planned,
                allocated,
                disbursed,
                source,
                false,
                origin);
        if (store.insert(fund, actor.account(), clock.instant())) {
            audit(actor, "report.fund.added", fund);
        }
        return get(actor, id);
    }

    /** Yuan as typed; nothing is zero. */
    private static long fen(String field, String yuan) {
        try {
            var amount = yuan.isBlank()
                    ? BigDecimal.ZERO
                    : new BigDecimal(yuan.strip().replace(",", ""));
            var fen = amount.movePointRight(FEN_DECIMALS).longValueExact();
            if (fen < 0) {
                throw new ReportRefused.NoAmount(field);
            }
            return fen;
        } catch (NumberFormatException | ArithmeticException e) {
            throw new ReportRefused.NoAmount(field);
        }
    }

    /** Takes a line back; it stays readable and counts no more. */
    @Transactional
    public Fund withdraw(Actor actor, UUID id) {
        var fund = get(actor, id);
        actor.require(ReportPermissions.WRITE, fund.path());
        if (!store.withdraw(id, actor.account(), clock.instant())) {
            throw new ReportRefused.WrongStep();
        }
        audit(actor, "report.fund.withdrawn", fund);
        return get(actor, id);
    }

    private Fund get(Actor actor, UUID id) {
        var fund = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(ReportPermissions.OVERSEE, fund.path());
        return fund;
    }

    /** Lines at or below a place, withdrawn ones as well, the latest first. @param year null for all */
    @Transactional(readOnly = true)
    public Slice<Fund> list(Actor actor, PlacePath at, @Nullable Integer year, int limit, @Nullable UUID after) {
        actor.require(ReportPermissions.OVERSEE, at);
        return Slice.of(
                store.list(at, year, limit + 1, after), limit, one -> one.id().toString());
    }

    private void audit(Actor actor, String action, Fund fund) {
        events.publishEvent(new Audited(
                actor,
                action,
                fund.id().toString(),
                fund.path(),
                fund.kind() + " " + fund.year() + " " + fund.plannedFen()));
    }
}
