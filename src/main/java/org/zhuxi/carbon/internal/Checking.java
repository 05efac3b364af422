package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.CarbonRefused;
import org.zhuxi.carbon.Factor;
import org.zhuxi.carbon.Horizon;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.NewInput;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.StatementDocument.Input;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.place.Place;
import org.zhuxi.platform.unit.Units;

/** Holds what somebody wants reckoned against what can be: period, baseline, factors, amounts, units. */
@Component
public class Checking {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int REASON = 200;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 9;

    private final FactorBook book;
    private final RecordSums sums;
    private final Units units;
    private final Clock clock;

    Checking(FactorBook book, RecordSums sums, Units units, Clock clock) {
        this.book = book;
        this.sums = sums;
        this.units = units;
        this.clock = clock;
    }

    /** @throws CarbonRefused when anything is wrong */
    public Checked check(NewStatement wanted, Place place) {
        var period = period(wanted.period());
        var statement = settled(wanted, place.code(), period);
        checkChoices(statement, period);
        checkBaseline(statement.baseline());
        if (statement.inputs().isEmpty() || statement.inputs().size() > NewStatement.INPUTS) {
            throw new CarbonRefused.NoInputs(NewStatement.INPUTS);
        }
        var inputs = new ArrayList<Input>();
        for (var i = 0; i < statement.inputs().size(); i++) {
            inputs.add(input(statement, place, period, i));
        }
        return new Checked(statement, place.code(), place.name(), period.year(), inputs);
    }

    private static NewStatement settled(NewStatement it, String code, ReportPeriod period) {
        return new NewStatement(
                code,
                period.code(),
                it.scope(),
                it.process(),
                it.horizon(),
                it.gwp(),
                it.climate(),
                it.baseline(),
                it.grid(),
                it.inputs(),
                it.versions(),
                it.supersedes(),
                text("note", it.note(), NewStatement.NOTE, false));
    }

    /** @throws CarbonRefused.NoPeriod when it is neither a month nor a year that has begun */
    public ReportPeriod period(String typed) {
        return ReportPeriod.parse(typed)
                .filter(period -> !period.days().from().isAfter(LocalDate.now(clock.withZone(ZONE))))
                .orElseThrow(CarbonRefused.NoPeriod::new);
    }

    private void checkChoices(NewStatement statement, ReportPeriod period) {
        if (statement.horizon() == Horizon.ANNUAL && !period.isYear()) {
            throw new CarbonRefused.YearlyOnly();
        }
        if (book.find(statement.grid()).filter(Checking::isGrid).isEmpty()) {
            throw new CarbonRefused.NoFactor("grid", statement.grid());
        }
        statement.versions().forEach(this::checkVersion);
    }

    private static boolean isGrid(Factor factor) {
        return factor.topic() == Factor.Topic.ENERGY && factor.code().startsWith("grid.");
    }

    private void checkVersion(String code, String version) {
        var factor = book.find(code)
                .filter(found -> !found.indicatorOnly())
                .orElseThrow(() -> new CarbonRefused.NoFactor("versions", code));
        if (factor.find(version).isEmpty()) {
            throw new CarbonRefused.NoVersion(code, version);
        }
    }

    /** @throws CarbonRefused when it is no mix */
    public static void checkBaseline(BaselineMix mix) {
        var shares = List.of(mix.landfill(), mix.incineration(), mix.dump());
        if (shares.stream().anyMatch(Checking::isUnwieldy)) {
            throw new CarbonRefused.NoAmount("baseline", BigDecimal.ONE);
        }
        if (shares.stream().anyMatch(share -> share.signum() < 0) || mix.sum().compareTo(BigDecimal.ONE) != 0) {
            throw new CarbonRefused.NotAWhole(mix.sum());
        }
        text("evidence", mix.evidence(), BaselineMix.EVIDENCE, true);
    }

    private Input input(NewStatement statement, Place place, ReportPeriod period, int number) {
        var wanted = statement.inputs().get(number);
        var field = "inputs[%d]".formatted(number);
        if (!wanted.line().isIn(statement.scope())) {
            throw new CarbonRefused.WrongLine(field + ".line");
        }
        var amount = wanted.amount();
        if (amount == null) {
            var sum = sums.find(wanted.line(), place, period)
                    .orElseThrow(() -> new CarbonRefused.NoRecords(field + ".amount"));
            return new Input(
                    wanted.line(),
                    sum.amount(),
                    wanted.line().unit(),
                    sum.amount(),
                    wanted.quality(),
                    "",
                    sum.indicator(),
                    earlier(statement, wanted, field));
        }
        return new Input(
                wanted.line(),
                amount,
                wanted.unit(),
                base(wanted, amount, field),
                wanted.quality(),
                text(field + ".source", wanted.source(), NewInput.SOURCE, true),
                null,
                earlier(statement, wanted, field));
    }

    private Map<Integer, BigDecimal> earlier(NewStatement statement, NewInput input, String field) {
        var year = Integer.parseInt(statement.period().substring(0, 4));
        var amounts = input.earlier();
        if (amounts.isEmpty()) {
            return amounts;
        }
        if (statement.horizon() != Horizon.ANNUAL
                || !input.line().unit().equals("kg")
                || amounts.keySet().stream().anyMatch(one -> one >= year || one < year - NewStatement.EARLIER)) {
            throw new CarbonRefused.Earlier(field + ".earlier");
        }
        var bases = new HashMap<Integer, BigDecimal>();
        amounts.forEach((one, amount) -> bases.put(one, base(input, amount, field)));
        return bases;
    }

    /** Whether a number has so many digits that reckoning with it would take long. */
    public static boolean isUnwieldy(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DECIMALS;
    }

    private BigDecimal base(NewInput input, BigDecimal amount, String field) {
        var most = input.line().most();
        if (amount.signum() <= 0 || isUnwieldy(amount)) {
            throw new CarbonRefused.NoAmount(field + ".amount", most);
        }
        var base = units.toBase(amount, input.unit(), input.line().unit())
                .orElseThrow(() -> new CarbonRefused.NoUnit(
                        field + ".unit",
                        input.unit(),
                        String.join(", ", Units.usual(input.line().unit()))));
        if (base.signum() <= 0 || base.compareTo(most) > 0) {
            throw new CarbonRefused.NoAmount(field + ".amount", most);
        }
        return base;
    }

    /** @throws CarbonRefused.Length when it is too long, or missing though it is needed */
    static String text(String field, String typed, int most, boolean needed) {
        var words = typed.strip();
        if (words.length() > most || words.indexOf('\0') >= 0 || needed && words.isEmpty()) {
            throw new CarbonRefused.Length(field, most);
        }
        return words;
    }

    /** Why something is rejected or withdrawn. @throws CarbonRefused.Length when it is missing or too long */
    public static String reason(String typed) {
        return text("reason", typed, REASON, true);
    }

    /** Lines of a scope and what the records of a place and period add up to. */
    public List<RecordSums.Sum> proposed(Line.Scope scope, Place place, ReportPeriod period) {
        return Line.of(scope).stream()
                .flatMap(line -> sums.find(line, place, period).stream())
                .toList();
    }
}
