package org.zhuxi.sensing.internal.rollup;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.sensing.DeviceTemplate;
import org.zhuxi.sensing.DeviceTemplates;
import org.zhuxi.sensing.SensingPermissions;

/** The hours of devices as CSV, Excel or Parquet. */
@Component
class HourExport implements ExportSource {

    private static final int PAGE = 5_000;

    private final HourExportStore store;
    private final DeviceTemplates templates;

    HourExport(HourExportStore store, DeviceTemplates templates) {
        this.store = store;
        this.templates = templates;
    }

    @Override
    public String code() {
        return "device-hours";
    }

    @Override
    public Names names() {
        return new Names("传感设备每小时读数", "Readings of devices by the hour");
    }

    @Override
    public Names about() {
        return new Names(
                "每台设备每项数据每小时的读数条数、合计、最小和最大；合计除以条数是平均。",
                "Number, sum, least and most of the readings of each device in each hour; the sum divided by the number is the mean.");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("device"),
                TableColumn.text("template"),
                TableColumn.text("place"),
                TableColumn.text("quantity"),
                TableColumn.text("unit_ucum"),
                TableColumn.instant("hour_at"),
                TableColumn.integer("readings"),
                TableColumn.decimal("total"),
                TableColumn.decimal("least"),
                TableColumn.decimal("most"),
                TableColumn.text("origin"));
    }

    @Override
    public Permission permission() {
        return SensingPermissions.READ;
    }

    @Override
    public boolean isByDay() {
        return true;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        actor.require(SensingPermissions.READ, scope.place());
        HourExportStore.Hour after = null;
        List<HourExportStore.Hour> page;
        do {
            page = store.page(scope.place(), scope.from(), scope.to(), after, PAGE);
            for (var it : page) {
                rows.row(
                        it.device(),
                        it.template(),
                        it.place(),
                        it.quantity(),
                        unit(it),
                        it.at(),
                        it.readings(),
                        it.total(),
                        BigDecimal.valueOf(it.least()),
                        BigDecimal.valueOf(it.most()),
                        it.origin());
                after = it;
            }
        } while (page.size() == PAGE);
    }

    private String unit(HourExportStore.Hour hour) {
        return templates
                .find(hour.template())
                .flatMap(template -> template.quantity(hour.quantity()))
                .map(DeviceTemplate.Quantity::unit)
                .orElse("");
    }
}
