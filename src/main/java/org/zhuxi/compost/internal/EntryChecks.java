package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.CompostUnit;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.NewEntry;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.kernel.Typed;

/** Whether an entry can be at all. What is merely unusual is looked at when the month is verified. */
@Component
public class EntryChecks {

    /** Where the days of all sites are counted. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Hotter than any compost gets; more is a broken probe or a typing mistake. */
    private static final BigDecimal HOTTEST = BigDecimal.valueOf(90);

    private static final BigDecimal COLDEST = BigDecimal.valueOf(-20);

    /** The densest kitchen waste, in kg per litre: more does not fit into the unit. */
    private static final BigDecimal DENSEST = new BigDecimal("0.9");

    /** What a heap's edge may be warmer than its core before the probes were probably swapped, in °C. */
    static final BigDecimal SWAPPED = BigDecimal.valueOf(5);

    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final int DECIMALS = 3;
    private static final int NOTE = 300;
    private static final int PHOTOS = 5;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Tables tables;
    private final Clock clock;

    EntryChecks(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** @throws CompostRefused.Unreadable when it cannot be */
    public void check(NewEntry entry, CompostUnit unit) {
        time(entry);
        mass(entry, unit);
        temperatures(entry, unit);
        finding(entry);
        Typed.optional("note", entry.note(), NOTE);
        var photos = entry.evidence();
        if (photos.size() > PHOTOS
                || !photos.stream().allMatch(it -> SHA256.matcher(it).matches())) {
            throw new CompostRefused.Unreadable("evidence", "compost-evidence", PHOTOS);
        }
        if (entry.kind() == EntryKind.PHOTO && photos.isEmpty()) {
            throw new CompostRefused.Unreadable("evidence", "compost-photo-missing");
        }
    }

    /** Today at the sites. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** The day of an entry at its site. */
    public static LocalDate dayOf(NewEntry entry) {
        return LocalDate.ofInstant(entry.occurredAt(), ZONE);
    }

    private void time(NewEntry entry) {
        if (entry.occurredAt().isAfter(clock.instant().plus(SKEW))) {
            throw new CompostRefused.Unreadable("occurredAt", "compost-future");
        }
        var oldest = today(clock).minusYears(1).withDayOfYear(1);
        if (dayOf(entry).isBefore(oldest)) {
            throw new CompostRefused.Unreadable("occurredAt", "compost-too-old", oldest.toString());
        }
    }

    private void mass(NewEntry entry, CompostUnit unit) {
        var kg = entry.massKg();
        var litres = entry.litres();
        if (!entry.kind().isMass()) {
            require(kg == null, "massKg", "compost-no-mass");
            require(entry.material() == null, "material", "compost-no-mass");
            return;
        }
        require(kg == null ^ litres == null, "massKg", "compost-mass-or-litres");
        require(
                litres == null || entry.kind() == EntryKind.FEED || entry.kind() == EntryKind.WATER,
                "massKg",
                "compost-weigh");
        var most = unit.litres().multiply(DENSEST);
        if (kg != null) {
            var size = entry.corrects() == null ? kg : kg.abs();
            require(size.signum() > 0, "massKg", "compost-not-positive");
            require(size.compareTo(most) <= 0, "massKg", "compost-too-heavy", unit.code(), most);
            require(kg.stripTrailingZeros().scale() <= DECIMALS, "massKg", "compost-decimals", DECIMALS);
        }
        if (litres != null) {
            require(litres.signum() > 0, "litres", "compost-not-positive");
            require(litres.compareTo(unit.litres()) <= 0, "litres", "compost-too-much", unit.code(), unit.litres());
            require(litres.stripTrailingZeros().scale() <= DECIMALS, "litres", "compost-decimals", DECIMALS);
        }
        if (entry.kind() == EntryKind.FEED) {
            var code = Typed.required("material", entry.material());
            require(tables.feedstock(code).isPresent(), "material", "compost-material", code);
        } else {
            require(entry.material() == null, "material", "compost-no-material");
        }
    }

    private void temperatures(NewEntry entry, CompostUnit unit) {
        var core = entry.coreCelsius();
        var edge = entry.edgeCelsius();
        var base = entry.baseCelsius();
        if (entry.kind() != EntryKind.TEMPERATURE) {
            require(core == null && edge == null && base == null, "coreCelsius", "compost-no-temperature");
            return;
        }
        Typed.required("coreCelsius", core);
        celsius("coreCelsius", core);
        celsius("edgeCelsius", edge);
        celsius("baseCelsius", base);
        var read = 1 + (edge == null ? 0 : 1) + (base == null ? 0 : 1);
        require(read <= unit.probes(), "baseCelsius", "compost-too-many-probes", unit.code(), unit.probes());
        if (core != null
                && edge != null
                && !entry.probesChecked()
                && edge.subtract(core).compareTo(SWAPPED) > 0) {
            throw new CompostRefused.Unreadable("edgeCelsius", "compost-probes-swapped", edge, core);
        }
    }

    private static void celsius(String field, @Nullable BigDecimal value) {
        require(
                value == null || value.compareTo(HOTTEST) <= 0 && value.compareTo(COLDEST) >= 0,
                field,
                "compost-temperature",
                COLDEST,
                HOTTEST);
    }

    private static void finding(NewEntry entry) {
        var finding = entry.finding();
        if (entry.kind().findings().isEmpty()) {
            require(finding == null, "finding", "compost-no-finding");
        } else {
            require(
                    finding != null && entry.kind().findings().contains(finding),
                    "finding",
                    "compost-finding",
                    String.join(
                            ", ",
                            entry.kind().findings().stream().map(Enum::name).toList()));
        }
    }

    private static void require(boolean kept, String field, String slug, Object... arguments) {
        if (!kept) {
            throw new CompostRefused.Unreadable(field, slug, arguments);
        }
    }

    /** Whether its mass adds to what a site treated or made. */
    public boolean counts(NewEntry entry) {
        return switch (entry.kind()) {
            case OUTPUT -> true;
            case FEED ->
                tables.feedstock(java.util.Objects.requireNonNull(entry.material())).stream()
                        .anyMatch(it -> it.stream() != Feedstock.Stream.BULKING);
            case WATER, TURN, TEMPERATURE, SQUEEZE, SMELL, LEACHATE, PESTS, PHOTO, REJECT -> false;
        };
    }

    /** SHA-256 (hex) over everything that was said, in a canonical form. */
    public static String hash(NewEntry entry) {
        var said = String.join(
                "\u0001",
                entry.unit().toString(),
                entry.kind().name(),
                String.valueOf(entry.material()),
                plain(entry.massKg()),
                plain(entry.litres()),
                plain(entry.coreCelsius()),
                plain(entry.edgeCelsius()),
                plain(entry.baseCelsius()),
                String.valueOf(entry.finding()),
                entry.note().strip(),
                entry.occurredAt().toString(),
                String.join(",", entry.evidence()),
                String.valueOf(entry.corrects()));
        return sha256(said);
    }

    public static String sha256(String text) {
        return Sha256.hex(text);
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
