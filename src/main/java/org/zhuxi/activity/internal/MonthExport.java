package org.zhuxi.activity.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;

/** What was done in each community and month, as verified; withheld where fewer than five households did it. */
@Component
class MonthExport implements ExportSource {

    /** Fewer households than this are not shown. */
    private static final int FEWEST = 5;

    private final Places places;
    private final JdbcClient jdbc;

    MonthExport(Places places, JdbcClient jdbc) {
        this.places = places;
        this.jdbc = jdbc;
    }

    private record Month(
            LocalDate month, String kind, String quantity, BigDecimal total, long records, long households) {

        /** What households did is withheld when they are few; what no household did, such as hauling, never. */
        boolean isWithheld() {
            return households > 0 && households < FEWEST;
        }
    }

    @Override
    public String code() {
        return "activity-months";
    }

    @Override
    public Names names() {
        return new Names("各社区每月的活动合计", "Activities by community and month");
    }

    @Override
    public Names about() {
        return new Names(
                "每个社区、月份、种类的已核实合计和参与户数。少于五户的一行不给数字，只注明 withheld。",
                "Verified totals and households taking part by community, month and kind. Rows of fewer than five households"
                        + " carry no numbers and say withheld.");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("community"),
                TableColumn.text("community_name_zh"),
                TableColumn.day("month"),
                TableColumn.text("kind"),
                TableColumn.text("quantity"),
                TableColumn.decimal("total"),
                TableColumn.integer("records"),
                TableColumn.integer("households"),
                new TableColumn("withheld", ColumnType.YES_NO));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public boolean isByDay() {
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        for (var community : places.communitiesAt(scope.place())) {
            for (var month : months(community, scope)) {
                var hidden = month.isWithheld();
                rows.row(
                        community.code(),
                        community.name().zh(),
                        month.month(),
                        month.kind(),
                        month.quantity(),
                        hidden ? null : month.total(),
                        hidden ? null : month.records(),
                        hidden ? null : month.households(),
                        hidden);
            }
        }
    }

    private List<Month> months(Community community, Scope scope) {
        return jdbc.sql("""
                        with taking_part as (
                            select date_trunc('month', local_date)::date as month, kind,
                                   count(distinct household_id) as households
                            from activity.activity
                            where community_id = :community
                              and state = 'VERIFIED'
                              and household_id is not null
                              and local_date >= coalesce(cast(:from as date), '-infinity')
                              and local_date < coalesce(cast(:to as date), 'infinity')
                            group by 1, 2)
                        select total.month, total.kind, total.quantity, total.total, total.records,
                               coalesce(taking_part.households, 0) as households
                        from (select date_trunc('month', local_date)::date as month, kind, quantity,
                                     sum(total) as total, sum(records) as records
                              from activity.daily_total
                              where community_id = :community
                                and state = 'VERIFIED'
                                and local_date >= coalesce(cast(:from as date), '-infinity')
                                and local_date < coalesce(cast(:to as date), 'infinity')
                              group by 1, 2, 3) as total
                        left join taking_part on taking_part.month = total.month and taking_part.kind = total.kind
                        where total.records > 0
                        order by total.month, total.kind, total.quantity
                        """)
                .param("community", community.id().value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Month.class)
                .list();
    }
}
