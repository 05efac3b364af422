package org.zhuxi.activity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** The bytes of a record never change, for its leaf stands in the log for ever. */
class FormatTests {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void anActivityIsTheVectorInTheDocumentation() throws Exception {
        var row = HEX.formatHex(LoggedActivities.row(stored(ActivityState.VERIFIED)));
        var document = Files.readString(Path.of("docs/transparency.md")).replaceAll("\\s", "");
        assertThat(document).contains("row" + row);
    }

    @Test
    void whatBecomesOfARecordLaterDoesNotChangeItsBytes() {
        assertThat(LoggedActivities.row(stored(ActivityState.REVERSED)))
                .isEqualTo(LoggedActivities.row(stored(ActivityState.VERIFIED)));
    }

    private static Stored stored(ActivityState state) {
        var activity = new Activity(
                UUID.fromString("01930000-0000-7000-8000-000000000001"),
                new CommunityId(7),
                "waste.drop.kitchen",
                new PlacePath("/32/3210/321003/321003010/321003010001"),
                UUID.fromString("01930000-0000-7000-8000-0000000000aa"),
                null,
                Instant.parse("2026-11-21T00:30:00Z"),
                LocalDate.of(2026, 11, 21),
                Map.of("mass", new BigDecimal("1.20")),
                "A",
                null,
                UUID.fromString("01930000-0000-7000-8000-0000000000bb"),
                Instant.parse("2026-11-21T00:30:01.000002Z"),
                state,
                null);
        return new Stored(activity, new ContentHash(1, 2, 3, 4), null, VerifiedBy.SAMPLE, 0, Origin.RECORDED);
    }
}
