package org.zhuxi.points.internal;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.PostingKind;

/** The postings of the ledger, community after community in the order of their ids. */
@Component
class PostingExport implements ExportSource {

    private static final int PAGE = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient database;
    private final Places places;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    PostingExport(
            JdbcClient database, Places places, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.database = database;
        this.places = places;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public String code() {
        return "postings";
    }

    @Override
    public Names names() {
        return new Names("积分流水", "Postings of green points");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("id"),
                TableColumn.integer("community"),
                TableColumn.day("day"),
                TableColumn.instant("posted_at"),
                TableColumn.text("kind"),
                TableColumn.integer("points"),
                TableColumn.text("debit"),
                TableColumn.text("credit"),
                TableColumn.integer("rule"),
                TableColumn.integer("rule_version"),
                TableColumn.text("activity"),
                TableColumn.text("reverses"),
                TableColumn.day("expires_on"),
                TableColumn.text("note"));
    }

    @Override
    public Permission permission() {
        return PointsPermissions.READ;
    }

    @Override
    public boolean isByDay() {
        return true;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        actor.require(PointsPermissions.READ, scope.place());
        transactions.executeWithoutResult(status -> events.publishEvent(
                new Audited(actor, "points.export", scope.place().value(), scope.place(), "postings")));
        for (var community : places.communitiesAt(scope.place())) {
            var isWhole = scope.place().contains(community.path());
            var after = FIRST;
            while (true) {
                var page = read(community.id(), scope, after);
                for (var posting : isWhole ? page : inside(scope.place(), community.id(), page)) {
                    rows.row(posting.cells());
                }
                if (page.size() < PAGE) {
                    break;
                }
                after = page.getLast().id();
            }
        }
    }

    /** A ledger is kept by community; whoever asks for a building gets the postings of its households. */
    private List<Row> inside(PlacePath place, CommunityId community, List<Row> page) {
        var sides = page.stream()
                .flatMap(posting -> Stream.of(posting.debit(), posting.credit()))
                .distinct()
                .map(account -> new HouseholdRef(community, account))
                .toList();
        var homes = places.findHouseholds(sides).values().stream()
                .filter(household -> place.contains(household.path()))
                .map(household -> household.ref().id())
                .collect(Collectors.toSet());
        return page.stream()
                .filter(posting -> homes.contains(posting.debit()) || homes.contains(posting.credit()))
                .toList();
    }

    private record Row(
            UUID id, UUID debit, UUID credit, @Nullable Object[] cells) {}

    private List<Row> read(CommunityId community, Scope scope, UUID after) {
        return database.sql("""
                        select id, community_id, business_day, posted_at, kind, points, debit, credit, rule_number,
                               rule_version, cause, reverses, expires_on,
                               -- earlier versions wrote the giver's words here
                               case when kind = :gift then null else note end as note
                        from points.posting
                        where community_id = :community
                          and id > :after
                          and (cast(:from as date) is null or business_day >= :from)
                          and (cast(:to as date) is null or business_day < :to)
                        order by id
                        limit :page
                        """)
                .param("gift", PostingKind.GIFT.number())
                .param("community", community.value())
                .param("after", after)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("page", PAGE)
                .query(PostingExport::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var debit = row.getObject("debit", UUID.class);
        var credit = row.getObject("credit", UUID.class);
        return new Row(id, debit, credit, new @Nullable Object[] {
            id,
            row.getInt("community_id"),
            row.getObject("business_day", LocalDate.class),
            row.getObject("posted_at", OffsetDateTime.class).toInstant(),
            PostingKind.of(row.getInt("kind")),
            row.getLong("points"),
            debit,
            credit,
            row.getObject("rule_number", Integer.class),
            row.getObject("rule_version", Integer.class),
            row.getObject("cause", UUID.class),
            row.getObject("reverses", UUID.class),
            row.getObject("expires_on", LocalDate.class),
            row.getString("note")
        });
    }
}
