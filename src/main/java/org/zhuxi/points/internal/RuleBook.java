package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.zhuxi.points.RewardRule;

/**
 * The reward rules, held in memory for ten seconds: a version begins tomorrow at the earliest, so every program that
 * shares the database knows it in time.
 */
@Component
public class RuleBook implements SmartInitializingSingleton {

    private static final Duration HELD = Duration.ofSeconds(10);

    private final RuleStore store;
    private final Clock clock;
    private volatile @Nullable Held held;

    private record Held(List<RewardRule> rules, Map<String, List<RewardRule>> byKind, Instant until) {}

    RuleBook(RuleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds what the program brings and the database does not have yet. */
    @Override
    public void afterSingletonsInstantiated() {
        ShippedRules.read().forEach(rule -> store.insert(rule, null));
    }

    /** All versions of all rules, by number and version. */
    public List<RewardRule> all() {
        return held().rules();
    }

    /** The rules that hold for records of that kind on that day, one version each. */
    public List<RewardRule> inForce(String activityKind, LocalDate day) {
        return held().byKind().getOrDefault(activityKind, List.of()).stream()
                .filter(rule -> rule.coversDay(day))
                .collect(Collectors.groupingBy(
                        RewardRule::number, Collectors.maxBy(Comparator.comparingInt(RewardRule::version))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(RewardRule::number))
                .toList();
    }

    /** One version of each rule there ever was for records of that kind. */
    Stream<RewardRule> everFor(String activityKind) {
        return held().byKind().getOrDefault(activityKind, List.of()).stream().filter(rule -> rule.version() == 1);
    }

    /** One version of each rule there ever was. */
    public Stream<RewardRule> everMade() {
        return all().stream().filter(rule -> rule.version() == 1);
    }

    public Optional<RewardRule> latest(String code) {
        return all().stream()
                .filter(rule -> rule.code().equals(code))
                .max(Comparator.comparingInt(RewardRule::version));
    }

    /** The version a posting names. */
    public Optional<RewardRule> find(int number, int version) {
        return all().stream()
                .filter(rule -> rule.number() == number && rule.version() == version)
                .findFirst();
    }

    /** Keeps a version; answers whether nobody else was faster with the same number. */
    public boolean add(RewardRule rule, @Nullable UUID madeBy) {
        var added = store.insert(rule, madeBy);
        held = null;
        return added;
    }

    private Held held() {
        var now = held;
        if (now == null || now.until().isBefore(clock.instant())) {
            var rules = store.list();
            var byKind = rules.stream().collect(Collectors.groupingBy(RewardRule::activityKind));
            now = new Held(rules, byKind, clock.instant().plus(HELD));
            held = now;
        }
        return now;
    }
}
