package org.zhuxi.sensing.internal.tap;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.tap.Reckoning;
import org.zhuxi.sensing.tap.Tap;

/** By which rules readings become records, and became. */
@Component
class TapExport implements ExportSource {

    private static final int PAGE = 1_000;

    private final TapStore store;

    TapExport(TapStore store) {
        this.store = store;
    }

    @Override
    public String code() {
        return "taps";
    }

    @Override
    public Names names() {
        return new Names("读数记录规则", "Taps: readings that become records");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("id"),
                TableColumn.text("place"),
                TableColumn.text("device"),
                TableColumn.text("template"),
                TableColumn.text("quantity"),
                TableColumn.text("unit_ucum"),
                TableColumn.text("kind"),
                TableColumn.text("amount"),
                TableColumn.text("reckoning"),
                TableColumn.decimal("least"),
                TableColumn.integer("settle_seconds"),
                TableColumn.decimal("tolerance"),
                TableColumn.decimal("capacity"),
                TableColumn.day("since"),
                TableColumn.text("state"),
                TableColumn.instant("added_at"),
                TableColumn.instant("paused_at"),
                TableColumn.instant("ended_at"),
                TableColumn.text("origin"));
    }

    @Override
    public Permission permission() {
        return SensingPermissions.READ;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        actor.require(SensingPermissions.READ, scope.place());
        UUID after = null;
        List<Tap> page;
        do {
            page = store.list(scope.place(), PAGE, after);
            for (var it : page) {
                write(it, rows);
                after = it.id();
            }
        } while (page.size() == PAGE);
    }

    private static void write(Tap it, Rows rows) throws IOException {
        var weighing = it.reckoning() instanceof Reckoning.Weighing found ? found : null;
        var counter = it.reckoning() instanceof Reckoning.Counter found ? found : null;
        rows.row(
                it.id(),
                it.place(),
                it.deviceCode(),
                it.template(),
                it.quantity(),
                it.unit(),
                it.kind(),
                it.amount(),
                it.reckoning().way(),
                weighing == null ? null : weighing.least(),
                weighing == null ? null : weighing.settleSeconds(),
                weighing == null ? null : weighing.tolerance(),
                counter == null ? null : counter.capacity(),
                it.since(),
                it.state(),
                it.addedAt(),
                it.pausedAt(),
                it.endedAt(),
                it.origin());
    }
}
