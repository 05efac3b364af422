package org.zhuxi.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.RequestFilter;
import org.zhuxi.request.RequestSource;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.Satisfaction;
import org.zhuxi.request.ServiceRequest;

/** Keeps requests: writing the first time, and reading. */
@Repository
public class RequestStore {

    static final String OWED = "('RECEIVED', 'DISPATCHED', 'IN_HAND', 'HANDED_OVER', 'REOPENED')";
    private static final String ENDED = "('CLOSED', 'REFUSED', 'DUPLICATE', 'WITHDRAWN')";
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the id was free. @param names of its service as they are now */
    public boolean insert(ServiceRequest it, Names names) {
        return jdbc.sql("""
                        insert into request.request (community_id, id, code, place, place_path, service, service_zh, service_en, words,
                            public_words, where_words, latitude, longitude, source, state, received_at, received_on,
                            respond_due_on, due_on, office, client, origin)
                        values (:community, :id, :code, :place, :path, :service, :serviceZh, :serviceEn, :words, :publicWords, :where, :latitude,
                            :longitude, :source, :state, :receivedAt, :receivedOn, :respondDue, :due, :office, :client,
                            :origin)
                        on conflict (community_id, id) do nothing
                        """)
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .param("code", it.code())
                        .param("place", it.place())
                        .param("path", it.path().value())
                        .param("service", it.service())
                        .param("serviceZh", names.zh())
                        .param("serviceEn", names.en())
                        .param("words", it.words())
                        .param("publicWords", it.publicWords())
                        .param("where", it.where())
                        .param(
                                "latitude",
                                it.location() == null ? null : it.location().latitude())
                        .param(
                                "longitude",
                                it.location() == null ? null : it.location().longitude())
                        .param("source", it.source().name())
                        .param("state", it.state().name())
                        .param("receivedAt", Rows.at(it.receivedAt()))
                        .param("receivedOn", it.receivedOn())
                        .param("respondDue", it.respondDue())
                        .param("due", it.due())
                        .param("office", it.office())
                        .param("client", it.client())
                        .param("origin", it.origin().name())
                        .update()
                == 1;
    }

    public Optional<ServiceRequest> find(UUID id) {
        return jdbc.sql("select * from request.request where id = :id")
                .param("id", id)
                .query(RequestStore::read)
                .optional();
    }

    public Optional<ServiceRequest> findByCode(String code) {
        return jdbc.sql("select * from request.request where code = :code")
                .param("code", code)
                .query(RequestStore::read)
                .optional();
    }

    /** The request, locked until the transaction ends. */
    public Optional<ServiceRequest> lock(CommunityId community, UUID id) {
        return jdbc.sql("select * from request.request where community_id = :community and id = :id for update")
                .param("community", community.value())
                .param("id", id)
                .query(RequestStore::read)
                .optional();
    }

    /** The latest first. @param inside whether words nobody has released are searched as well */
    public List<ServiceRequest> list(
            PlacePath at, RequestFilter filter, LocalDate today, boolean inside, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from request.request
                        where (place_path = :path or place_path like :below)
                        and id < :after
                        and (:service = '' or service = :service)
                        and (:state = '' or state = :state)
                        and (not :open or state not in %s)
                        and (not :late or (state in %s and due_on < :today))
                        and (cast(:assignee as uuid) is null or assignee = cast(:assignee as uuid))
                        and (:like = '' or public_words ilike :like or (:inside and words ilike :like))
                        order by id desc
                        limit :limit
                        """.formatted(ENDED, OWED))
                .param("path", at.value())
                .param("below", at.below())
                .param("after", Objects.requireNonNullElse(after, LAST))
                .param("service", filter.service())
                .param("state", filter.state() == null ? "" : filter.state().name())
                .param("open", filter.open())
                .param("late", filter.late())
                .param("assignee", filter.assignee())
                .param("today", today)
                .param("like", like(filter.words()))
                .param("inside", inside)
                .param("limit", limit)
                .query(RequestStore::read)
                .list();
    }

    private static String like(String words) {
        return words.isEmpty()
                ? ""
                : "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /**
     * Requests of a service that may be the same as a new one: not ended, or ended since a day, at the same place or within a
     * distance; the nearest first.
     */
    public List<ServiceRequest> near(
            CommunityId community,
            String service,
            String place,
            @Nullable GeoPoint at,
            int radiusMetres,
            LocalDate endedSince,
            int limit) {
        return jdbc.sql("""
                        select near.*
                        from (
                            select r.*,
                                case when cast(:latitude as double precision) is null or r.latitude is null
                                    then case when r.place = :place and length(r.place) > 12 then 0 end
                                    else 12742000 * asin(sqrt(
                                        power(sin(radians(r.latitude - cast(:latitude as double precision)) / 2), 2)
                                        + cos(radians(cast(:latitude as double precision))) * cos(radians(r.latitude))
                                        * power(sin(radians(r.longitude - cast(:longitude as double precision)) / 2), 2)))
                                end as metres
                            from request.request r
                            where r.community_id = :community
                            and r.service = :service
                            and r.received_on > cast(:since as date) - 365
                            and (r.state not in %s or (r.state = 'CLOSED' and r.closed_on >= :since))
                        ) near
                        where near.metres <= :radius
                        order by near.metres, near.id desc
                        limit :limit
                        """.formatted(ENDED))
                .param("community", community.value())
                .param("service", service)
                .param("place", place)
                .param("latitude", at == null ? null : at.latitude())
                .param("longitude", at == null ? null : at.longitude())
                .param("since", endedSince)
                .param("radius", radiusMetres)
                .param("limit", limit)
                .query(RequestStore::read)
                .list();
    }

    /** Requests of an account, the latest first. */
    public List<ServiceRequest> ofAccount(UUID account, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select r.*
                        from request.reporter p
                        join request.request r on r.community_id = p.community_id and r.id = p.request_id
                        where p.account_id = :account
                        and p.request_id < :after
                        order by p.request_id desc
                        limit :limit
                        """)
                .param("account", account)
                .param("after", Objects.requireNonNullElse(after, LAST))
                .param("limit", limit)
                .query(RequestStore::read)
                .list();
    }

    /** Requests that are owed, late and not yet watched by a higher level. */
    List<ServiceRequest> late(LocalDate today, int limit) {
        return jdbc.sql("""
                        select *
                        from request.request
                        where state in %s
                        and due_on < :today
                        and escalated_on is null
                        order by due_on, id
                        limit :limit
                        """.formatted(OWED))
                .param("today", today)
                .param("limit", limit)
                .query(RequestStore::read)
                .list();
    }

    /** How many at or below a place are owed; or, when asked, only those that are watched. */
    public long countOwed(PlacePath at, boolean escalated) {
        return jdbc.sql("""
                        select count(*)
                        from request.request
                        where (place_path = :path or place_path like :below)
                        and state in %s
                        and (not :escalated or escalated_on is not null)
                        """.formatted(OWED))
                .param("path", at.value())
                .param("below", at.below())
                .param("escalated", escalated)
                .query(Long.class)
                .single();
    }

    static ServiceRequest read(ResultSet row, int number) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var satisfaction = row.getString("satisfaction");
        return new ServiceRequest(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                row.getString("service"),
                row.getString("words"),
                row.getString("public_words"),
                row.getString("where_words"),
                latitude == null ? null : new GeoPoint(latitude, row.getDouble("longitude")),
                RequestSource.valueOf(row.getString("source")),
                RequestState.valueOf(row.getString("state")),
                Rows.moment(row, "received_at"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("respond_due_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Rows.instant(row, "responded_at"),
                Rows.instant(row, "answered_at"),
                row.getObject("answered_by", UUID.class),
                Rows.instant(row, "closed_at"),
                Rows.day(row, "escalated_on"),
                row.getString("office"),
                row.getObject("assignee", UUID.class),
                row.getObject("merged_into", UUID.class),
                row.getInt("echoes"),
                row.getObject("resolved", Boolean.class),
                satisfaction == null ? null : Satisfaction.valueOf(satisfaction),
                row.getObject("client", UUID.class),
                Origin.valueOf(row.getString("origin")));
    }
}
