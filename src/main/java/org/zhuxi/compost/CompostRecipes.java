package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.compost.internal.Tables;
import org.zhuxi.compost.internal.WeighingStore;
import org.zhuxi.compost.process.Density;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.compost.process.Recipe;

/** Recipes in buckets, for everybody: so many of this need so many of that, and so much water. */
@Service
public class CompostRecipes {

    private static final double USUAL_BUCKET_LITRES = 20;
    private static final double LITRES = 1000;
    private static final int MOST_PARTS = 6;
    private static final BigDecimal MOST_BUCKETS = BigDecimal.valueOf(1000);
    private static final int RECENT_MONTHS = 12;

    private final Tables tables;
    private final WeighingStore weighings;
    private final CompostSites sites;
    private final Clock clock;

    CompostRecipes(Tables tables, WeighingStore weighings, CompostSites sites, Clock clock) {
        this.tables = tables;
        this.weighings = weighings;
        this.sites = sites;
        this.clock = clock;
    }

    /** Every material that is known, also those of which too little is known for a recipe. */
    public List<Feedstock> feedstocks() {
        return tables.feedstocks();
    }

    /**
     * @param siteId a site whose bucket and own densities are used, or null for a bucket of 20 litres
     * @throws CompostRefused.Unreadable when something asked cannot be
     */
    @Transactional(readOnly = true)
    public RecipeAnswer answer(RecipeQuestion question, @Nullable UUID siteId) {
        check(question);
        var site = siteId == null ? null : sites.get(siteId);
        var bucket = site == null ? USUAL_BUCKET_LITRES : site.bucketLitres().doubleValue();
        var own = site == null ? Map.<String, Double>of() : weighed(site);
        var parts = new ArrayList<Recipe.Part>();
        for (var part : question.parts()) {
            var material = material("material", part.material());
            var density = density(material, own);
            if (density == null) {
                throw new CompostRefused.Unreadable("material", "compost-density-unknown", material.code());
            }
            parts.add(new Recipe.Part(material, part.buckets().doubleValue() * bucket * density));
        }
        var brown = material("brown", question.brown());
        var answer = Recipe.solve(
                parts,
                brown,
                Feedstock.WATER,
                question.carbonNitrogen().doubleValue(),
                question.moisturePercent().doubleValue());
        return told(parts, brown, answer, question, new Bucket(bucket, own));
    }

    private record Bucket(double litres, Map<String, Double> own) {}

    private RecipeAnswer told(
            List<Recipe.Part> parts, Feedstock brown, Recipe.Answer answer, RecipeQuestion question, Bucket bucket) {
        var brownKg = switch (answer) {
            case Recipe.Feasible it -> it.secondKg();
            case Recipe.NoMix it ->
                Recipe.toCarbonNitrogen(parts, brown, question.carbonNitrogen().doubleValue())
                        .orElse(0);
        };
        var lines = new ArrayList<RecipeAnswer.Line>();
        parts.forEach(it -> lines.add(line(it.material(), it.massKg(), false, bucket)));
        lines.add(line(brown, brownKg, true, bucket));
        var used =
                new ArrayList<>(parts.stream().map(it -> it.material().code()).toList());
        used.add(brown.code());
        var mix = switch (answer) {
            case Recipe.Feasible it -> it.mix();
            case Recipe.NoMix it -> it.closest();
        };
        return new RecipeAnswer(
                List.copyOf(lines),
                answer instanceof Recipe.Feasible it ? it.thirdKg() : 0,
                answer instanceof Recipe.Feasible,
                answer instanceof Recipe.NoMix it ? it.reason() : null,
                mix,
                air(lines, mix, bucket),
                bucket.litres(),
                bucket.own().keySet().containsAll(used));
    }

    private static RecipeAnswer.Line line(Feedstock material, double massKg, boolean added, Bucket bucket) {
        var density = density(material, bucket.own());
        return new RecipeAnswer.Line(
                material, added, massKg, density == null ? null : massKg / density / bucket.litres());
    }

    private static @Nullable Double air(List<RecipeAnswer.Line> lines, Recipe.Mix mix, Bucket bucket) {
        var litres = 0.0;
        for (var line : lines) {
            if (line.buckets() == null) {
                return null;
            }
            litres += line.buckets() * bucket.litres();
        }
        return Recipe.freeAirSpacePercent(mix.massKg() / litres * LITRES, mix.moisturePercent());
    }

    private static @Nullable Double density(Feedstock material, Map<String, Double> own) {
        var weighed = own.get(material.code());
        if (weighed != null) {
            return weighed;
        }
        return material.bulkKgPerM3() == null ? null : material.bulkKgPerM3() / LITRES;
    }

    /** Densities of the site in kg per litre, where it has weighed often enough in the last twelve months. */
    private Map<String, Double> weighed(CompostSite site) {
        var today = EntryChecks.today(clock);
        var known = new HashMap<String, Double>();
        weighings.between(site.ref(), today.minusMonths(RECENT_MONTHS), today).stream()
                .collect(Collectors.groupingBy(
                        Weighing::material,
                        Collectors.mapping(
                                it -> new Density.Weighing(it.grossKg(), it.tareKg(), it.litres()),
                                Collectors.toList())))
                .forEach((material, found) ->
                        Density.credited(found).ifPresent(it -> known.put(material, it.doubleValue())));
        return known;
    }

    private Feedstock material(String field, String code) {
        var material = tables.feedstock(code)
                .orElseThrow(() -> new CompostRefused.Unreadable(field, "compost-material", code));
        if (!material.isComplete()) {
            throw new CompostRefused.Unreadable(field, "compost-material-unknown", code);
        }
        return material;
    }

    private static void check(RecipeQuestion question) {
        if (question.parts().isEmpty() || question.parts().size() > MOST_PARTS) {
            throw new CompostRefused.Unreadable("material", "compost-parts", MOST_PARTS);
        }
        for (var part : question.parts()) {
            var buckets = Objects.requireNonNull(part.buckets());
            if (buckets.signum() <= 0 || buckets.compareTo(MOST_BUCKETS) > 0) {
                throw new CompostRefused.Unreadable("buckets", "compost-buckets", MOST_BUCKETS);
            }
        }
        within("carbonNitrogen", question.carbonNitrogen(), 15, 60);
        within("moisturePercent", question.moisturePercent(), 30, 75);
    }

    private static void within(String field, BigDecimal value, int least, int most) {
        if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new CompostRefused.Unreadable(field, "compost-between", least, most);
        }
    }
}
