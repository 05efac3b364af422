package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.Climate;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.Quality;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.StatementDocument;
import org.zhuxi.carbon.StatementDocument.Input;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** Published statements as the program reckons them, of as many sites and months of a year as wanted; no database. */
public final class SampleStatements {

    private static final int YEAR = 2025;
    private static final int TENTHS = 10;

    private final Reckoner reckoner = new Reckoner(new FactorBook());
    private final Map<List<Object>, StatementDocument> bases = new HashMap<>();

    /** One of each site and month; sites differ in climate and baseline, months in mass. */
    public List<Statement> of(int sites, int months) {
        var statements = new ArrayList<Statement>();
        for (var site = 0; site < sites; site++) {
            for (var month = 1; month <= months; month++) {
                statements.add(statement(site, month, BigDecimal.valueOf(200L + site + month)));
            }
        }
        return statements;
    }

    /** @param foodKg kitchen waste; a fifth of it is garden waste besides, a fiftieth comes back as rejects */
    public Statement statement(int site, int month, BigDecimal foodKg) {
        var inputs = List.of(
                input(Line.FOOD_COMPOSTED, foodKg, Quality.WEIGHED),
                input(Line.GARDEN_COMPOSTED, foodKg.multiply(new BigDecimal("0.2")), Quality.ESTIMATED),
                input(Line.RESIDUE, foodKg.multiply(new BigDecimal("0.02")), Quality.WEIGHED));
        var base = bases.computeIfAbsent(
                List.of(site % Climate.values().length, site % TENTHS), kind -> reckoned(site, inputs));
        var place = "9900%08d-S-COMP01".formatted(site);
        var document = with(base, place, "%d-%02d".formatted(YEAR, month), inputs);
        return published(new UUID(site, month), new CommunityId(site + 1), document);
    }

    /** The same statement with results reckoned for its own amounts. */
    public Statement whole(int site, int month, BigDecimal foodKg) {
        var it = statement(site, month, foodKg);
        return published(it.id(), it.community(), reckoner.again(it.document()));
    }

    /** The same statement for a whole year. */
    public Statement inYear(int year, Statement it) {
        var document = it.document();
        return published(
                it.id(), it.community(), with(document, document.place(), Integer.toString(year), document.inputs()));
    }

    private static Statement published(UUID id, CommunityId community, StatementDocument document) {
        var json = Documents.write(document);
        return new Statement(
                community,
                id,
                new PlacePath("/" + document.place()),
                document,
                json,
                Documents.hash(json),
                Statement.State.PUBLISHED,
                id,
                Instant.EPOCH,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                "",
                Origin.SYNTHETIC);
    }

    private static Input input(Line line, BigDecimal kg, Quality quality) {
        return new Input(line, kg, "kg", kg, quality, "trial", null, Map.of());
    }

    private StatementDocument reckoned(int site, List<Input> inputs) {
        var buried = BigDecimal.valueOf(site % TENTHS, 1);
        var mix = new BaselineMix(buried, BigDecimal.ONE.subtract(buried), BigDecimal.ZERO, "trial");
        var climate = Climate.values()[site % Climate.values().length];
        var wanted = NewStatement.usual("", YEAR + "-01", Line.Scope.ORGANICS, climate, mix, List.of(), "");
        return reckoner.reckon(new Checked(wanted, "", new Names("试", "Trial"), YEAR, inputs), 1);
    }

    private static StatementDocument with(StatementDocument base, String place, String period, List<Input> inputs) {
        return new StatementDocument(
                base.schema(),
                place,
                base.placeName(),
                period,
                base.scope(),
                base.process(),
                base.horizon(),
                base.gwp(),
                base.climate(),
                base.baseline(),
                base.grid(),
                base.versions(),
                base.note(),
                inputs,
                base.factors(),
                base.terms(),
                base.net(),
                base.landfillOnly(),
                inputs.get(0).base().add(inputs.get(1).base()),
                base.simulation());
    }
}
