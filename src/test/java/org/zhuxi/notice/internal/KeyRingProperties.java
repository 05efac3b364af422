package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.springframework.util.FileSystemUtils;
import org.zhuxi.platform.database.DatabaseSettings;

/** Whenever the program runs and however long it rests. */
class KeyRingProperties {

    /** What is sealed on a day opens on every later one until two years after another key took its place, and says so again. */
    @Property(tries = 200)
    void whatIsSealedOpensAsLongAsItIsPromised(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(min = 0, max = 500) Integer> rests) throws IOException {
        var data = Files.createTempDirectory("zhuxi-keys");
        try {
            var today = LocalDate.of(2026, 11, 23);
            var sealedOn = new HashMap<LocalDate, byte[]>();
            for (var rest : rests) {
                today = today.plusDays(rest);
                var ring = ring(data, today);
                ring.renewIfDue();
                ring.outlived().forEach(ring::destroy);

                assertThat(ring.newest().since().plus(KeyRing.SEALS)).isAfter(today);
                assertOpen(new Sealed(ring), sealedOn, today.minus(KeyRing.OPENS_ON));
                sealedOn.put(today, new Sealed(ring).seal(today.toString()));
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void assertOpen(Sealed sealed, Map<LocalDate, byte[]> sealedOn, LocalDate since) {
        sealedOn.forEach((day, bytes) -> {
            if (day.isAfter(since)) {
                assertThat(sealed.open(bytes)).isEqualTo(day.toString());
            }
        });
    }

    private static KeyRing ring(Path data, LocalDate today) {
        var settings = new DatabaseSettings(data, null, null);
        return new KeyRing(settings, Clock.fixed(today.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }
}
