package org.zhuxi.activity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Submission;

class ContentHashTests {

    /** What is hashed, with every field free to change. */
    record Content(
            String kind,
            String place,
            @Nullable UUID household,
            @Nullable UUID site,
            Instant at,
            Map<String, BigDecimal> quantities,
            @Nullable String grade,
            @Nullable String note,
            List<String> evidence,
            @Nullable UUID supersedes) {

        ContentHash hash() {
            return ContentHash.of(
                    new Submission(
                            UUID.randomUUID(),
                            kind,
                            place,
                            household,
                            site,
                            at,
                            Map.of(),
                            grade,
                            note,
                            evidence,
                            supersedes),
                    quantities);
        }
    }

    @Property
    void neverDependsOnTheOrderOfEntries(@ForAll("contents") Content content) {
        var backwards = new LinkedHashMap<String, BigDecimal>();
        content.quantities().keySet().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(code -> backwards.put(code, content.quantities().get(code)));

        assertThat(with(content, backwards, content.evidence().reversed()).hash())
                .isEqualTo(content.hash());
    }

    @Property
    void neverDependsOnTrailingZeros(@ForAll("contents") Content content) {
        var longer = new LinkedHashMap<String, BigDecimal>();
        content.quantities().forEach((code, value) -> longer.put(code, value.setScale(value.scale() + 3)));

        assertThat(with(content, longer, content.evidence()).hash()).isEqualTo(content.hash());
    }

    @Property
    void changesWithEveryField(@ForAll("contents") Content content, @ForAll("changes") UnaryOperator<Content> change) {
        var changed = change.apply(content);

        assertThat(changed.equals(content)).isEqualTo(changed.hash().equals(content.hash()));
    }

    @Property
    void changesWithEveryAmount(
            @ForAll("contents") Content content,
            @ForAll @BigRange(min = "0.001", max = "1000") @Scale(3) BigDecimal more) {
        var larger = new LinkedHashMap<>(content.quantities());
        larger.merge("mass", more, BigDecimal::add);

        assertThat(with(content, larger, content.evidence()).hash()).isNotEqualTo(content.hash());
    }

    @Property
    void survivesTheDatabase(@ForAll("contents") Content content) {
        assertThat(ContentHash.from(content.hash().bytes())).isEqualTo(content.hash());
    }

    private static Content with(Content other, Map<String, BigDecimal> quantities, List<String> evidence) {
        return new Content(
                other.kind,
                other.place,
                other.household,
                other.site,
                other.at,
                quantities,
                other.grade,
                other.note,
                evidence,
                other.supersedes);
    }

    @Provide
    Arbitrary<UnaryOperator<Content>> changes() {
        var id = new UUID(7, 7);
        return Arbitraries.of(
                c -> new Content(
                        c.kind + "x",
                        c.place,
                        c.household,
                        c.site,
                        c.at,
                        c.quantities,
                        c.grade,
                        c.note,
                        c.evidence,
                        c.supersedes),
                // what moves from one text into the next is another content
                c -> new Content(
                        c.kind.substring(1),
                        c.kind.charAt(0) + c.place,
                        c.household,
                        c.site,
                        c.at,
                        c.quantities,
                        c.grade,
                        c.note,
                        c.evidence,
                        c.supersedes),
                c -> new Content(
                        c.kind, c.place, id, c.site, c.at, c.quantities, c.grade, c.note, c.evidence, c.supersedes),
                c -> new Content(
                        c.kind,
                        c.place,
                        c.site,
                        c.household,
                        c.at,
                        c.quantities,
                        c.grade,
                        c.note,
                        c.evidence,
                        c.supersedes),
                c -> new Content(
                        c.kind,
                        c.place,
                        c.household,
                        c.site,
                        c.at.plusMillis(1),
                        c.quantities,
                        c.grade,
                        c.note,
                        c.evidence,
                        c.supersedes),
                c -> new Content(
                        c.kind,
                        c.place,
                        c.household,
                        c.site,
                        c.at,
                        c.quantities,
                        c.note,
                        c.grade,
                        c.evidence,
                        c.supersedes),
                c -> new Content(
                        c.kind,
                        c.place,
                        c.household,
                        c.site,
                        c.at,
                        c.quantities,
                        c.grade,
                        "another note",
                        c.evidence,
                        c.supersedes),
                c -> new Content(
                        c.kind,
                        c.place,
                        c.household,
                        c.site,
                        c.at,
                        c.quantities,
                        c.grade,
                        c.note,
                        List.of("f"),
                        c.supersedes),
                c -> new Content(
                        c.kind, c.place, c.household, c.site, c.at, c.quantities, c.grade, c.note, c.evidence, id));
    }

    @Provide
    Arbitrary<Content> contents() {
        var texts = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        var ids = Arbitraries.randomValue(random -> new UUID(random.nextLong(), random.nextLong()))
                .injectNull(0.3);
        var amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("500"))
                .ofScale(3);
        var quantities = Arbitraries.maps(Arbitraries.of("mass", "bags", "volume", "energy"), amounts)
                .ofMinSize(1);
        return Combinators.combine(texts, texts, ids, ids, quantities, texts.injectNull(0.3), texts.injectNull(0.3))
                .as((kind, place, household, site, quantity, grade, note) -> new Content(
                        kind,
                        place,
                        household,
                        site,
                        Instant.parse("2026-11-21T01:02:03Z"),
                        quantity,
                        grade,
                        note,
                        List.of("aa", "bb"),
                        null));
    }
}
