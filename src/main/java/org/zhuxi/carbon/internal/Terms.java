package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.Horizon;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.StatementDocument.Input;
import org.zhuxi.carbon.method.Formula;
import org.zhuxi.carbon.method.Formula.Decay;
import org.zhuxi.carbon.method.Landfill;
import org.zhuxi.carbon.method.Model;
import org.zhuxi.carbon.method.Spread;
import org.zhuxi.carbon.method.Term;
import org.zhuxi.carbon.method.Variable;

/** The terms of a statement: for each input what it avoids (positive) and emits (negative), factor by factor. */
final class Terms {

    private static final double PER_KILOGRAM = 0.001;

    private final NewStatement statement;
    private final BaselineMix mix;
    private final UsedFactors factors;
    private final int year;
    private final List<Variable> amounts = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();

    Terms(NewStatement statement, BaselineMix mix, UsedFactors factors, int year, List<Input> inputs) {
        this.statement = statement;
        this.mix = mix;
        this.factors = factors;
        this.year = year;
        for (var i = 0; i < inputs.size(); i++) {
            add(i, inputs.get(i));
        }
    }

    /** @param year of the deposit where it is an earlier one, otherwise null */
    record Piece(int input, @Nullable Integer year, String part, BigDecimal share, Term term) {

        String formula() {
            var formula = term.formula();
            var decay = formula.decay();
            return Stream.of(
                            Stream.of(BigDecimal.valueOf(formula.constant())
                                            .stripTrailingZeros()
                                            .toPlainString())
                                    .filter(constant -> !constant.equals("1")),
                            formula.factors().stream(),
                            formula.complements().stream().map("(1 − %s)"::formatted),
                            decay == null ? Stream.<String>empty() : Stream.of(print(decay)))
                    .flatMap(parts -> parts)
                    .collect(Collectors.joining(" × "));
        }

        private static String print(Decay decay) {
            var decays = "(1 − e^(−%d·%s))".formatted(decay.years(), decay.rate());
            return decay.after() == 0 ? decays : "e^(−%d·%s) × %s".formatted(decay.after(), decay.rate(), decays);
        }
    }

    private void add(int number, Input input) {
        var amount = amount("input." + number, input, input.base());
        switch (input.line()) {
            case FOOD_COMPOSTED -> {
                baseline(number, input, amount, "food", 1);
                process(number, amount);
            }
            case GARDEN_COMPOSTED -> {
                baseline(number, input, amount, "garden", 1);
                process(number, amount);
            }
            case FOOD_DIGESTED -> {
                baseline(number, input, amount, "food", 1);
                piece(
                        number,
                        "digestion.ch4",
                        amount,
                        -1,
                        gas("digestion.ch4.ipcc", statement.gwp().methane()));
            }
            case RESIDUE -> baseline(number, input, amount, "food", -1);
            case FOOD_PREVENTED -> baseline(number, input, amount, "food", 1);
            case ELECTRICITY_USED -> piece(number, "used", amount, -1, plain(statement.grid()));
            case DIESEL_USED -> piece(number, "used", amount, -1, plain("fuel.diesel"));
            case WATER_USED -> water(number, "used", amount, -1);
            case VAN -> piece(number, "used", amount, -1, plain("transport.van"));
            case TRUCK -> piece(number, "used", amount, -1, plain("transport.truck"));
            case ELECTRICITY_SAVED -> piece(number, "saved", amount, 1, plain(statement.grid()));
            case GAS_SAVED -> piece(number, "saved", amount, 1, plain("fuel.gas"));
            case WATER_SAVED -> water(number, "saved", amount, 1);
        }
    }

    private String amount(String code, Input input, BigDecimal base) {
        var spread = new Spread.Normal(input.quality().percent());
        amounts.add(new Variable(code, base.doubleValue(), spread));
        return code;
    }

    /** What the city would have done with the waste. */
    private void baseline(int number, Input input, String amount, String waste, int sign) {
        buried(number, input, amount, waste, sign, mix.landfill(), "landfill", "managed");
        buried(number, input, amount, waste, sign, mix.dump(), "dump", "deep");
        if (mix.incineration().signum() > 0) {
            var share = mix.incineration().multiply(BigDecimal.valueOf(sign));
            var gwp = statement.gwp();
            piece(number, null, "baseline.incineration.ch4", amount, share, gas("burning.ch4.stoker", gwp.methane()));
            piece(
                    number,
                    null,
                    "baseline.incineration.n2o",
                    amount,
                    share,
                    gas("burning.n2o.stoker", gwp.nitrousOxide()));
        }
    }

    private void buried(
            int number,
            Input input,
            String amount,
            String waste,
            int sign,
            BigDecimal unsigned,
            String way,
            String anaerobic) {
        if (unsigned.signum() == 0) {
            return;
        }
        var share = unsigned.multiply(BigDecimal.valueOf(sign));
        var part = "baseline." + way;
        piece(
                number,
                null,
                part,
                amount,
                share,
                decaying(waste, anaerobic, 0, statement.horizon().years()));
        if (statement.horizon() == Horizon.ANNUAL) {
            input.earlier().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(before -> {
                        var code = "input." + number + "." + before.getKey();
                        if (amounts.stream().noneMatch(known -> known.code().equals(code))) {
                            amount(code, input, before.getValue());
                        }
                        piece(
                                number,
                                before.getKey(),
                                part,
                                code,
                                share,
                                decaying(waste, anaerobic, year - before.getKey(), 1));
                    });
        }
    }

    /** CDM TOOL04, equation 1, for one deposit. */
    private Formula decaying(String waste, String anaerobic, int after, int years) {
        var rate = factors.use(statement.climate().decay(waste));
        return new Formula(
                Landfill.METHANE_PER_CARBON,
                List.of(
                        factors.use(statement.climate().correction()),
                        factors.use(statement.gwp().methane()),
                        factors.use("landfill.methane"),
                        factors.use("landfill.decomposing"),
                        factors.use("landfill.anaerobic." + anaerobic),
                        factors.use("waste.doc." + waste)),
                List.of(factors.use("landfill.captured"), factors.use("landfill.oxidation")),
                new Decay(rate, after, years));
    }

    private void process(int number, String amount) {
        var process = statement.process();
        piece(
                number,
                "process.ch4",
                amount,
                -1,
                gas(process.methane(), statement.gwp().methane()));
        piece(
                number,
                "process.n2o",
                amount,
                -1,
                gas(process.nitrousOxide(), statement.gwp().nitrousOxide()));
    }

    private void water(int number, String part, String amount, int sign) {
        piece(number, part + ".supply", amount, sign, plain("water.supply"));
        piece(number, part + ".treatment", amount, sign, plain("water.treatment"));
    }

    /** A factor in g/kg times a warming potential. */
    private Formula gas(String factor, String potential) {
        return Formula.product(PER_KILOGRAM, factors.use(factor), factors.use(potential));
    }

    private Formula plain(String factor) {
        return Formula.product(1, factors.use(factor));
    }

    private void piece(int number, String part, String amount, int sign, Formula formula) {
        piece(number, null, part, amount, BigDecimal.valueOf(sign), formula);
    }

    private void piece(
            int number, @Nullable Integer deposited, String part, String amount, BigDecimal share, Formula formula) {
        pieces.add(new Piece(number, deposited, part, share, new Term(amount, share.doubleValue(), formula)));
    }

    /** The amounts by themselves. */
    List<Variable> amounts() {
        return List.copyOf(amounts);
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    Model model() {
        return new Model(
                Stream.concat(amounts.stream(), factors.variables().stream()).toList(),
                pieces.stream().map(Piece::term).toList());
    }
}
