package org.zhuxi.sensing.internal.retention;

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
import org.zhuxi.sensing.retention.RetentionRule;

/** How long readings are kept, and were: every rule, also those that have ended. */
@Component
class RetentionExport implements ExportSource {

    private static final int PAGE = 1_000;

    private final RetentionRuleStore store;

    RetentionExport(RetentionRuleStore store) {
        this.store = store;
    }

    @Override
    public String code() {
        return "retention-rules";
    }

    @Override
    public Names names() {
        return new Names("传感读数保存期限", "How long readings of devices are kept");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("id"),
                TableColumn.text("place"),
                TableColumn.text("template"),
                TableColumn.text("device"),
                TableColumn.integer("keep_days"),
                TableColumn.instant("added_at"),
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
        List<RetentionRule> page;
        do {
            page = store.page(scope.place(), PAGE, after);
            for (var it : page) {
                rows.row(
                        it.id(),
                        it.place(),
                        it.template(),
                        it.device(),
                        it.keepDays(),
                        it.addedAt(),
                        it.endedAt(),
                        it.origin());
                after = it.id();
            }
        } while (page.size() == PAGE);
    }
}
