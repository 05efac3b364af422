package org.zhuxi.assessment.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.StandardDraft;
import org.zhuxi.assessment.StandardEntry;
import org.zhuxi.assessment.StandardFault;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.StandardVersion.State;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Places;

/** All standards: those that come with the program and those written with it. */
@Component
public class StandardBook implements KnownStandards {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_READ = 500;

    private final ShippedStandards shipped;
    private final StandardStore store;
    private final StandardReader reader;
    private final Places places;
    private final Clock clock;

    /** What was read of published texts, which never change; state is not kept, for it does. */
    private final Map<String, StandardVersion> read = new ConcurrentHashMap<>();

    StandardBook(ShippedStandards shipped, StandardStore store, StandardRules rules, Places places, Clock clock) {
        this.shipped = shipped;
        this.store = store;
        this.reader = new StandardReader(rules);
        this.places = places;
        this.clock = clock;
    }

    public Slice<StandardEntry> list(String words, int limit, @Nullable String after) {
        var from = after == null ? "" : after.replace("\0", "");
        var sought = words.strip().replace("\0", "");
        var found = new ArrayList<>(store.latest(sought, limit + 1, from).stream()
                .map(StandardStore.Row::entry)
                .toList());
        shipped.latest().stream()
                .map(ShippedStandards.Shipped::entry)
                .filter(entry -> entry.code().compareTo(from) > 0 && matches(entry, sought))
                .filter(entry -> found.stream().noneMatch(other -> other.code().equals(entry.code())))
                .forEach(found::add);
        found.sort(Comparator.comparing(StandardEntry::code));
        return Slice.of(found.subList(0, Math.min(found.size(), limit + 1)), limit, StandardEntry::code);
    }

    private static boolean matches(StandardEntry entry, String words) {
        return (entry.code() + " " + entry.names().zh() + " " + entry.names().en())
                .toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT));
    }

    /** Published and retired versions, the latest first. */
    public List<StandardEntry> versions(String code) {
        return Stream.concat(
                        store.versions(code).stream().map(StandardStore.Row::entry),
                        shipped.versions(code).stream().map(ShippedStandards.Shipped::entry))
                .sorted(Comparator.comparing(StandardEntry::version).reversed())
                .toList();
    }

    /** The version in force today, else the latest published, else the latest of all. */
    @Override
    public Optional<StandardVersion> latest(String code) {
        var today = LocalDate.now(clock.withZone(ZONE));
        var all = versions(code);
        var published =
                all.stream().filter(entry -> entry.state() == State.PUBLISHED).toList();
        return published.stream()
                .filter(entry -> !entry.effectiveFrom().isAfter(today))
                .findFirst()
                .or(() -> published.stream().findFirst())
                .or(() -> all.stream().findFirst())
                .flatMap(entry -> find(code, entry.version()));
    }

    @Override
    public Optional<StandardVersion> find(String code, int version) {
        return shipped.find(code, version)
                .map(ShippedStandards.Shipped::standard)
                .or(() -> store.find(code, version)
                        .filter(row -> row.state() != State.DRAFT)
                        .map(this::published));
    }

    private StandardVersion published(StandardStore.Row row) {
        if (read.size() > MOST_READ) {
            read.clear();
        }
        var key = row.code() + " " + row.version() + " " + row.revision();
        var known = read.get(key);
        if (known == null) {
            var found = reader.readPublished(row.text(), row.state(), this);
            known = found.standard();
            if (known == null) {
                throw new IllegalStateException(
                        "%s %d cannot be read any more: %s".formatted(row.code(), row.version(), found.faults()));
            }
            read.put(key, known);
        }
        return known.in(row.state());
    }

    @Override
    public boolean isPlace(String code) {
        return code.matches("[0-9]{12}") && places.findByCode(code).isPresent();
    }

    /** The text of a published or retired version. */
    public Optional<String> findText(String code, int version) {
        return shipped.find(code, version)
                .map(ShippedStandards.Shipped::text)
                .or(() -> store.find(code, version)
                        .filter(row -> row.state() != State.DRAFT)
                        .map(StandardStore.Row::text));
    }

    /** A draft with what is wrong with it today. */
    public StandardDraft draft(StandardStore.Row row) {
        var found = reader.read(row.text(), State.DRAFT, this);
        var faults = new ArrayList<>(found.faults());
        var standard = found.standard();
        if (standard != null) {
            differs("code", standard.code(), row.code(), faults);
            differs("version", String.valueOf(standard.version()), String.valueOf(row.version()), faults);
            differs("jurisdiction", standard.jurisdiction(), row.jurisdiction(), faults);
        }
        return new StandardDraft(
                row.code(),
                row.version(),
                row.jurisdiction(),
                row.path(),
                row.text(),
                row.revision(),
                row.editedAt(),
                faults.isEmpty() ? standard : null,
                faults);
    }

    private static void differs(String key, String written, String begun, List<StandardFault> faults) {
        if (!written.equals(begun)) {
            faults.add(new StandardFault(1, key, "differs", List.of(begun)));
        }
    }
}
