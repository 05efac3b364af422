package org.zhuxi.platform.job;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run of a job did, in numbers that operators read in their language: each by the message {@code job.done.<thing>}, whose
 * argument is the number. Nothing in it names a person.
 *
 * @param counts one or more, in the order in which they are said
 */
public record JobOutcome(List<Count> counts) {

    private static final String THING = "[a-z]+(?:-[a-z]+)*";
    private static final Pattern COUNT = Pattern.compile("(" + THING + ")=(-?\\d{1,18})");
    private static final String BETWEEN = " ";

    public JobOutcome {
        counts = List.copyOf(counts);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("A job counts one thing at least");
        }
    }

    /** @param thing such as {@code accounts-erased}; kept with the run, and so part of the API */
    public record Count(String thing, long number) {

        public Count {
            if (!thing.matches(THING)) {
                throw new IllegalArgumentException("Not a thing that a job counts: " + thing);
            }
        }
    }

    public static JobOutcome of(String thing, long number) {
        return new JobOutcome(List.of(new Count(thing, number)));
    }

    /** Says one thing more, after those before. */
    public JobOutcome and(String thing, long number) {
        return new JobOutcome(Stream.concat(counts.stream(), Stream.of(new Count(thing, number)))
                .toList());
    }

    /** As it is kept, such as {@code streams-rolled-up=5 readings-dropped=0}. */
    String stored() {
        return counts.stream()
                .map(count -> count.thing() + "=" + count.number())
                .collect(Collectors.joining(BETWEEN));
    }

    /** Reads what was kept; empty when it is of another form, such as the sentences of earlier versions. */
    static Optional<JobOutcome> find(String stored) {
        var counts =
                Arrays.stream(stored.split(BETWEEN, -1)).map(COUNT::matcher).toList();
        return counts.stream().allMatch(Matcher::matches)
                ? Optional.of(
                        new JobOutcome(counts.stream().map(JobOutcome::count).toList()))
                : Optional.empty();
    }

    private static Count count(Matcher matched) {
        return new Count(matched.group(1), Long.parseLong(matched.group(2)));
    }
}
