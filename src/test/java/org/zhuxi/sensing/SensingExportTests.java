package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.sensing.retention.NewRetentionRule;
import org.zhuxi.sensing.retention.Retentions;
import org.zhuxi.sensing.tap.NewTap;
import org.zhuxi.sensing.tap.Reckoning;
import org.zhuxi.sensing.tap.Taps;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What was declared for devices, as tables. */
@ZhuxiTest
@Import(World.class)
class SensingExportTests {

    private final List<ExportSource> sources;
    private final Retentions retentions;
    private final Taps taps;
    private final Devices devices;
    private final World.Made made;
    private final Actor head;
    private final Actor resident;

    SensingExportTests(
            List<ExportSource> sources,
            Retentions retentions,
            Taps taps,
            Devices devices,
            World worlds,
            Accounts accounts) {
        this.sources = sources;
        this.retentions = retentions;
        this.taps = taps;
        this.devices = devices;
        this.made = worlds.make(1);
        this.head = accounts.actorOf(made.username("head"));
        this.resident = accounts.actorOf(made.username("resident"));
    }

    @Test
    void rulesOfRetentionAreGivenOutAlsoWhenTheyHaveEnded() throws IOException {
        var first = declare("parking", 100);
        var second = declare("noise", 400);
        retentions.end(head, first);

        var rows = rows("retention-rules", head);

        assertThat(rows).extracting(row -> row.get(0)).containsExactly(second, first);
        assertThat(rows).extracting(row -> row.get(4)).containsExactly(400, 100);
        assertThat(rows.get(0).get(6)).isNull();
        assertThat(rows.get(1).get(6)).isNotNull();
        assertThatThrownBy(() -> rows("retention-rules", resident)).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void tapsAreGivenOutWithTheirReckoning() throws IOException {
        var device = devices.claim(
                head,
                new NewDevice("EXPORT-" + made.communityCode(), "scale", made.communityCode(), "一号秤", false),
                Origin.SYNTHETIC);
        var reckoning = new Reckoning.Weighing(new BigDecimal("0.1"), 5, new BigDecimal("0.02"));
        var tap = taps.declare(
                head,
                new NewTap(Ids.next(), device.code(), "mass", "waste.drop.kitchen", reckoning, null, Origin.SYNTHETIC));

        var rows = rows("taps", head);

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().subList(0, 4))
                .containsExactly(tap.id(), made.communityCode(), device.code(), "scale");
        assertThat(rows.getFirst().subList(9, 13))
                .containsExactly(new BigDecimal("0.1"), 5, new BigDecimal("0.02"), null);
        assertThatThrownBy(() -> rows("taps", resident)).isInstanceOf(Refused.Forbidden.class);
    }

    private UUID declare(String template, int days) {
        return retentions
                .declare(
                        head,
                        new NewRetentionRule(Ids.next(), made.communityCode(), template, "", days, Origin.SYNTHETIC))
                .id();
    }

    private List<List<@Nullable Object>> rows(String table, Actor actor) throws IOException {
        var source = sources.stream()
                .filter(one -> one.code().equals(table))
                .findFirst()
                .orElseThrow();
        var rows = new ArrayList<List<@Nullable Object>>();
        source.write(
                actor,
                new ExportSource.Scope(made.path(), null, null),
                cells -> rows.add(Arrays.asList(cells.clone())));
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(source.columns()));
        return rows;
    }
}
