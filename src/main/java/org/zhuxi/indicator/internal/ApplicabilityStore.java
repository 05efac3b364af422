package org.zhuxi.indicator.internal;

import static java.util.Comparator.naturalOrder;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.Applicability;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.internal.RollupStore.At;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Which communities indicators do not speak of, and what these gave all the same. */
@Repository
class ApplicabilityStore {

    /** Whether a community {@code kind} is one that all of some applicabilities speak of. */
    static final String APPLIES = """
            not exists (
                select
                from unnest(cast(:settlements as text[]), cast(:estates as text[])) as asked (settlement, estates)
                where (asked.settlement <> '' and (asked.settlement = 'URBAN') <> kind.urban)
                or (asked.estates <> '' and not kind.estate_type_zh = any(string_to_array(asked.estates, chr(10)))))
            """;

    /** A place and all below it begin with its path; "0" is the character after "/". */
    private static final String WITHIN =
            "%1$s ~>=~ asked_place.path and %1$s ~<~ (rtrim(asked_place.path, '/') || '0')";

    private final JdbcClient jdbc;

    ApplicabilityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to leave out.
     *
     * @param places places in which there are communities, and none that is spoken of
     * @param tallies what communities gave that are not spoken of, at the places asked for
     */
    record Outside(Set<PlacePath> places, Map<At, Map<String, Tally>> tallies) {

        static final Outside NOTHING = new Outside(Set.of(), Map.of());

        /** What is known at a place without what is to be left out. */
        Map<String, Tally> without(At at, Map<String, Tally> known) {
            var out = tallies.getOrDefault(at, Map.of());
            if (out.isEmpty()) {
                return known;
            }
            var left = new HashMap<>(known);
            out.forEach((measure, tally) -> left.computeIfPresent(measure, (code, all) -> all.plus(tally.negated())));
            left.values().removeIf(Tally::isNothing);
            return left;
        }
    }

    /** What to leave out at some places in some periods; nothing when all communities are spoken of. */
    Outside at(
            List<Applicability> asked,
            Collection<String> measures,
            Collection<PlacePath> paths,
            Collection<ReportPeriod> periods) {
        return asked.isEmpty() || paths.isEmpty()
                ? Outside.NOTHING
                : new Outside(places(asked, paths), tallies(asked, measures, paths, periods));
    }

    private Set<PlacePath> places(List<Applicability> asked, Collection<PlacePath> paths) {
        return Set.copyOf(with(asked, jdbc.sql(PLACES))
                .param("paths", Rows.texts(List.copyOf(paths), PlacePath::value))
                .query((row, number) -> new PlacePath(row.getString("path")))
                .list());
    }

    private static final String PLACES =
            """
            select asked_place.path
            from unnest(cast(:paths as text[])) as asked_place (path)
            where exists (
                select from place.v_community_path stood where @within)
            and (
                -- one is enough; asked as "not exists" all are read first
                select true
                from place.v_community_path stood
                join place.v_community_kind kind on kind.community_id = stood.community_id
                where @within
                and @applies
                limit 1) is null
            """.replace("@within", WITHIN.formatted("stood.path")).replace("@applies", APPLIES);

    private Map<At, Map<String, Tally>> tallies(
            List<Applicability> asked,
            Collection<String> measures,
            Collection<PlacePath> paths,
            Collection<ReportPeriod> periods) {
        var found = new HashMap<At, Map<String, Tally>>();
        with(asked, jdbc.sql(TALLIES))
                .param("paths", Rows.texts(List.copyOf(paths), PlacePath::value))
                .param(
                        "first",
                        paths.stream().map(PlacePath::value).min(naturalOrder()).orElseThrow())
                .param(
                        "after",
                        paths.stream()
                                .map(ApplicabilityStore::after)
                                .max(naturalOrder())
                                .orElseThrow())
                .param("alone", paths.size() == 1)
                .param("measures", measures.toArray(String[]::new))
                .param("periods", periods.stream().map(ReportPeriod::code).toArray(String[]::new))
                .query(row -> {
                    var at = new At(
                            new PlacePath(row.getString("path")),
                            ReportPeriod.parse(row.getString("period")).orElseThrow());
                    found.computeIfAbsent(at, any -> new HashMap<>())
                            .put(row.getString("measure"), TallyRows.tally(row));
                });
        return found;
    }

    /** The first path behind a place and all that begin with its path. */
    private static String after(PlacePath path) {
        return path.equals(PlacePath.NATION) ? "0" : path.value() + "0";
    }

    /**
     * Of few communities in a nation, whose leaves are found by their numbers sooner than all leaves are read. The bounds tell the
     * planner how much of the nation is asked for; of places in a list it knows nothing.
     */
    private static final String TALLIES = """
            with asked_place as (
                select path from unnest(cast(:paths as text[])) as given (path)
            ), silent as materialized (
                select distinct kind.community_id
                from asked_place
                join place.v_community_path stood on stood.path ~>=~ :first and stood.path ~<~ :after and (:alone or @stood)
                join place.v_community_kind kind on kind.community_id = stood.community_id
                where not @applies
            )
            select leaf.measure, leaf.period, asked_place.path, sum(leaf.verified) as verified, sum(leaf.records) as records,
                sum(leaf.provisional) as provisional, sum(leaf.waiting) as waiting, sum(leaf.cell) as cell,
                sum(leaf.at_least) as at_least, sum(leaf.at_most) as at_most, sum(leaf.about) as about,
                count(*) filter (where leaf.records > 0) as places
            from silent
            cross join lateral (
                select *
                from indicator.place_value v
                where v.community_id = silent.community_id
                and v.measure = any(:measures)
                and v.period = any(:periods)
                offset 0
            ) leaf
            join asked_place on @within
            group by leaf.measure, leaf.period, asked_place.path
            """.replace("@within", WITHIN.formatted("leaf.path"))
            .replace("@stood", "(" + WITHIN.formatted("stood.path") + ")")
            .replace("@applies", "(" + APPLIES + ")");

    /** Where communities that are not spoken of stand or stood. */
    Set<PlacePath> places(Collection<CommunityId> communities, List<Applicability> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(with(asked, jdbc.sql("""
                        select stood.path
                        from place.v_community_path stood
                        join place.v_community_kind kind on kind.community_id = stood.community_id
                        where stood.community_id = any(:communities)
                        and not (%s)
                        """.formatted(APPLIES)))
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .query((row, number) -> new PlacePath(row.getString("path")))
                .list());
    }

    static JdbcClient.StatementSpec with(List<Applicability> asked, JdbcClient.StatementSpec statement) {
        return statement
                .param("settlements", Rows.texts(asked, one -> one.settlement() == null ? "" : one.settlement()))
                .param("estates", Rows.texts(asked, one -> String.join("\n", one.estates())));
    }
}
