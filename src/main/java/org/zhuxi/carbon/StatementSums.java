package org.zhuxi.carbon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.carbon.internal.Documents;
import org.zhuxi.carbon.internal.PublishedStatements;
import org.zhuxi.carbon.internal.PublishedStatements.Found;
import org.zhuxi.carbon.internal.SumReckoner;
import org.zhuxi.kernel.CommunityId;

/**
 * Published statements added up. Only those are added that can be: 20 years, AR5. Nothing is kept but in memory; a sum follows from
 * the statements and comes out the same wherever it is reckoned.
 */
@Service
public class StatementSums {

    private static final int KEPT = 10_000;

    private final PublishedStatements published;
    /** Documents never change, so what was reckoned from them stays right for ever. */
    private final Cache<List<UUID>, StatementSum> sums =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    StatementSums(PublishedStatements published) {
        this.published = published;
    }

    /**
     * A year.
     *
     * @param sum null when nothing can be added
     * @param leftOut published statements of yearly accounting or other warming potentials, which are never added
     */
    public record OfYear(@Nullable StatementSum sum, long leftOut) {}

    /** What the statements published for places and a year, or its months, add up to. */
    @Transactional(readOnly = true)
    public OfYear of(Collection<CommunityId> communities, Collection<String> places, Line.Scope scope, int year) {
        var found = published.of(communities, places, scope).stream()
                .filter(it -> it.year() == year)
                .toList();
        var addable = found.stream().filter(Found::isAddable).toList();
        return new OfYear(
                addable.isEmpty() ? null : reckoned(Map.of("", addable)).get(""), found.size() - addable.size());
    }

    /** The same for each place by itself, of the latest year it has; places without a statement are left out. */
    @Transactional(readOnly = true)
    public Map<String, StatementSum> latest(
            Collection<CommunityId> communities, Collection<String> places, Line.Scope scope) {
        var byPlace = published.of(communities, places, scope).stream()
                .filter(Found::isAddable)
                .collect(Collectors.groupingBy(Found::place));
        byPlace.replaceAll((place, found) -> {
            var latest = found.stream().mapToInt(Found::year).max().orElseThrow();
            return found.stream().filter(it -> it.year() == latest).toList();
        });
        return reckoned(byPlace);
    }

    private Map<String, StatementSum> reckoned(Map<String, List<Found>> asked) {
        var keys = new HashMap<String, List<UUID>>();
        asked.forEach((name, found) -> keys.put(name, key(found)));
        var known = sums.getAll(keys.values(), this::reckon);
        var named = new LinkedHashMap<String, StatementSum>();
        keys.forEach((name, key) -> named.put(name, java.util.Objects.requireNonNull(known.get(key))));
        return named;
    }

    private static List<UUID> key(List<Found> found) {
        return found.stream().map(Found::id).sorted().toList();
    }

    private Map<List<UUID>, StatementSum> reckon(Set<? extends List<UUID>> missing) {
        var ids = new ArrayList<UUID>();
        missing.forEach(ids::addAll);
        var byId = published.get(ids).stream().collect(Collectors.toMap(Statement::id, Function.identity()));
        var reckoned = new HashMap<List<UUID>, StatementSum>();
        for (List<UUID> key : missing) {
            reckoned.put(
                    key,
                    SumReckoner.reckon(
                            key.stream().map(id -> there(byId.get(id))).toList()));
        }
        return reckoned;
    }

    private static Statement there(@Nullable Statement statement) {
        return java.util.Objects.requireNonNull(statement, "A published statement is never deleted");
    }

    /** The sum as canonical JSON; the same sum gives the same text. */
    public static String json(StatementSum sum) {
        return Documents.write(sum);
    }

    /** SHA-256 of {@link #json}, in hex. */
    public static String hash(StatementSum sum) {
        return Documents.hash(json(sum));
    }
}
