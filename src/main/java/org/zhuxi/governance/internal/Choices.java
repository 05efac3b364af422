package org.zhuxi.governance.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.Voting;
import org.zhuxi.governance.internal.owners.Consent;
import org.zhuxi.kernel.Typed;

/**
 * What a ballot says, in one way of writing: {@code YES}, {@code NO} or {@code ABSTAIN}; numbers of options such as
 * {@code 1,3}; or numbers with points such as {@code 1:5,3:2}.
 */
public final class Choices {

    private static final int LONGEST = 2_000;

    private Choices() {}

    /** @throws GovernanceRefused.BadChoice when it cannot be chosen in this decision */
    public static String read(Decision decision, @Nullable String typed) {
        var text = Typed.text(typed).replaceAll("\\s", "");
        if (text.length() > LONGEST) {
            throw new GovernanceRefused.BadChoice();
        }
        return switch (decision.kind()) {
            case ASSEMBLY, OWNERS ->
                Typed.find(Consent.class, text)
                        .orElseThrow(GovernanceRefused.BadChoice::new)
                        .name();
            case POLL -> numbers(decision, text, 1, true);
            case BUDGET -> budget(decision, text);
        };
    }

    private static String budget(Decision decision, String text) {
        var voting = decision.voting();
        if (voting == Voting.APPROVAL || voting == Voting.ORDINAL || voting == null) {
            return numbers(decision, text, 0, voting != Voting.ORDINAL);
        }
        var points = points(text);
        var most = decision.points() == null ? 0 : decision.points();
        var sum = points.values().stream().mapToLong(Long::longValue).sum();
        var isFit = points.size() <= decision.mostChoices()
                && points.keySet().stream().allMatch(number -> isOption(decision, number))
                && (voting == Voting.CUMULATIVE
                        ? sum <= most
                        : points.values().stream().allMatch(it -> it <= most));
        if (!isFit) {
            throw new GovernanceRefused.BadChoice();
        }
        return points.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(it -> it.getKey() + ":" + it.getValue())
                .collect(Collectors.joining(","));
    }

    private static String numbers(Decision decision, String text, int least, boolean isSorted) {
        var chosen = numbers(text);
        if (chosen.size() < least
                || chosen.size() > decision.mostChoices()
                || chosen.stream().distinct().count() < chosen.size()
                || chosen.stream().anyMatch(number -> !isOption(decision, number))) {
            throw new GovernanceRefused.BadChoice();
        }
        return (isSorted ? chosen.stream().sorted() : chosen.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static boolean isOption(Decision decision, int number) {
        return number >= 1 && number <= decision.options().size();
    }

    /** Numbers of options as they stand in a ballot. */
    static List<Integer> numbers(String choice) {
        var numbers = new ArrayList<Integer>();
        for (var part : choice.isEmpty() ? new String[0] : choice.split(",", -1)) {
            if (!part.matches("[0-9]{1,3}")) {
                throw new GovernanceRefused.BadChoice();
            }
            numbers.add(Integer.valueOf(part));
        }
        return numbers;
    }

    /** Points by number of option as they stand in a ballot. */
    static SequencedMap<Integer, Long> points(String choice) {
        var points = new LinkedHashMap<Integer, Long>();
        for (var part : choice.isEmpty() ? new String[0] : choice.split(",", -1)) {
            var pair = part.split(":", -1);
            if (pair.length != 2 || !pair[0].matches("[0-9]{1,3}") || !pair[1].matches("[0-9]{1,4}")) {
                throw new GovernanceRefused.BadChoice();
            }
            if (points.put(Integer.valueOf(pair[0]), Long.valueOf(pair[1])) != null) {
                throw new GovernanceRefused.BadChoice();
            }
        }
        return points;
    }
}
