package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.points.Redemption;
import org.zhuxi.points.Shop;

/** Redemptions, and the answers that refused ones keep. */
@Repository
public class RedemptionStore {

    private static final String REDEMPTIONS = """
            select r.community_id, r.id, r.shop, r.goods, r.goods_version, v.name_zh, v.name_en, r.household, r.pieces,
                   r.points, r.state, r.code, r.consent, r.held_at, r.expires_at, r.void_reason,
                   coalesce(r.refunded_at, r.captured_at, r.voided_at) as closed_at
            from points.redemption r
            join points.goods_version v
              on v.community_id = r.community_id and v.goods = r.goods and v.version = r.goods_version
            """;

    private final JdbcClient database;

    RedemptionStore(JdbcClient database) {
        this.database = database;
    }

    /** Why a redemption was refused for ever. */
    public enum Reason {
        SOLD_OUT,
        OVERDRAFT,
        NOT_ON_SALE
    }

    record Refusal(Reason reason, String fingerprint) {}

    /** Which redemption waits for too long, and where. */
    public record Due(CommunityId community, UUID id) {}

    Optional<Refusal> findRefusal(CommunityId community, UUID id) {
        return database.sql("""
                        select reason, fingerprint
                        from points.redemption_refusal
                        where community_id = :community and id = :id
                        """)
                .param("community", community.value())
                .param("id", id)
                .query((row, number) ->
                        new Refusal(Reason.valueOf(row.getString("reason")), row.getString("fingerprint")))
                .optional();
    }

    void refuse(CommunityId community, UUID id, Refusal refusal, Instant at) {
        database.sql("""
                        insert into points.redemption_refusal (community_id, id, fingerprint, reason, refused_at)
                        values (:community, :id, :fingerprint, :reason, :at)
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("fingerprint", refusal.fingerprint())
                .param("reason", refusal.reason().name())
                .param("at", utc(at))
                .update();
    }

    void insert(Redemption redemption, UUID by, Origin origin) {
        database.sql("""
                        insert into points.redemption (
                            community_id, id, shop, goods, goods_version, household, pieces, points, state, code, consent,
                            held_by, held_at, expires_at, origin)
                        values (
                            :community, :id, :shop, :goods, :version, :household, :pieces, :points, 'HELD', :code, :consent,
                            :by, :heldAt, :expiresAt, :origin)
                        """)
                .param("community", redemption.household().community().value())
                .param("id", redemption.id())
                .param("shop", redemption.shop())
                .param("goods", redemption.goods())
                .param("version", redemption.goodsVersion())
                .param("household", redemption.household().id())
                .param("pieces", redemption.pieces())
                .param("points", redemption.points())
                .param("code", redemption.code())
                .param("consent", redemption.consent())
                .param("by", by)
                .param("heldAt", utc(redemption.heldAt()))
                .param("expiresAt", utc(redemption.expiresAt()))
                .param("origin", origin.name())
                .update();
    }

    public Optional<Redemption> find(UUID id) {
        return database.sql(REDEMPTIONS + "where r.id = :id")
                .param("id", id)
                .query(RedemptionStore::redemption)
                .optional();
    }

    Optional<Redemption> find(CommunityId community, UUID id) {
        return database.sql(REDEMPTIONS + "where r.community_id = :community and r.id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(RedemptionStore::redemption)
                .optional();
    }

    /** With its row locked; to be called after the goods row was. */
    Redemption lock(CommunityId community, UUID id) {
        database.sql("""
                        select id
                        from points.redemption
                        where community_id = :community and id = :id
                        for no key update
                        """)
                .param("community", community.value())
                .param("id", id)
                .query(UUID.class)
                .single();
        return find(community, id).orElseThrow();
    }

    public Optional<Redemption> findByCode(CommunityId community, UUID shop, String code) {
        return database.sql(REDEMPTIONS + """
                        where r.community_id = :community and r.code = :code and r.state = 'HELD' and r.shop = :shop
                        """)
                .param("community", community.value())
                .param("code", code)
                .param("shop", shop)
                .query(RedemptionStore::redemption)
                .optional();
    }

    long waitingPieces(HouseholdRef household) {
        return database.sql("""
                        select coalesce(sum(pieces), 0)
                        from points.redemption
                        where community_id = :community and household = :household and state = 'HELD'
                        """)
                .param("community", household.community().value())
                .param("household", household.id())
                .query(Long.class)
                .single();
    }

    /** Latest first. */
    public List<Redemption> ofHousehold(HouseholdRef household, int limit, @Nullable UUID after) {
        return database.sql(REDEMPTIONS + """
                        where r.community_id = :community and r.household = :household
                          and (cast(:after as uuid) is null or r.id < cast(:after as uuid))
                        order by r.id desc
                        limit :limit
                        """)
                .param("community", household.community().value())
                .param("household", household.id())
                .param("after", after)
                .param("limit", limit)
                .query(RedemptionStore::redemption)
                .list();
    }

    /** What waits at a shop, the longest first. */
    public List<Redemption> waitingAt(CommunityId community, UUID shop, int limit) {
        return database.sql(REDEMPTIONS + """
                        where r.community_id = :community and r.shop = :shop and r.state = 'HELD'
                        order by r.expires_at, r.id
                        limit :limit
                        """)
                .param("community", community.value())
                .param("shop", shop)
                .param("limit", limit)
                .query(RedemptionStore::redemption)
                .list();
    }

    public long countWaiting(List<Shop> shops) {
        return database.sql("""
                        select count(*)
                        from points.redemption
                        where community_id = any(:communities) and shop = any(:shops) and state = 'HELD'
                        """)
                .param(
                        "communities",
                        shops.stream()
                                .map(shop -> shop.community().value())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("shops", shops.stream().map(Shop::id).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    /** What a shop handed over from one day to before another, in the order of days. */
    public List<Redemption> capturedAt(
            CommunityId community, UUID shop, LocalDate from, LocalDate to, int limit, @Nullable UUID after) {
        return database.sql(REDEMPTIONS + """
                        where r.community_id = :community and r.shop = :shop
                          and r.captured_on >= :from and r.captured_on < :to
                          and (cast(:after as uuid) is null
                               or (r.captured_on, r.id) > (
                                   select captured_on, id from points.redemption
                                   where community_id = :community and id = cast(:after as uuid)))
                        order by r.captured_on, r.id
                        limit :limit
                        """)
                .param("community", community.value())
                .param("shop", shop)
                .param("from", from)
                .param("to", to)
                .param("after", after)
                .param("limit", limit)
                .query(RedemptionStore::redemption)
                .list();
    }

    List<Due> due(Instant now, int limit) {
        return database.sql("""
                        select community_id, id
                        from points.redemption
                        where state = 'HELD' and expires_at <= :now
                        order by expires_at
                        limit :limit
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) ->
                        new Due(new CommunityId(row.getInt("community_id")), row.getObject("id", UUID.class)))
                .list();
    }

    void capture(Redemption redemption, UUID by, Instant at, LocalDate day) {
        update(redemption, """
                state = 'CAPTURED', captured_by = :by, captured_at = :at, captured_on = :day""", by, at).param("day", day).update();
    }

    void voidIt(Redemption redemption, Redemption.VoidReason reason, UUID by, Instant at) {
        update(redemption, """
                state = 'VOIDED', voided_by = :by, voided_at = :at, void_reason = :reason""", by, at).param("reason", reason.name()).update();
    }

    void refund(Redemption redemption, String note, UUID by, Instant at, LocalDate day) {
        update(redemption, """
                state = 'REFUNDED', refunded_by = :by, refunded_at = :at, refunded_on = :day, refund_note = :note""", by, at).param("day", day).param("note", note).update();
    }

    private JdbcClient.StatementSpec update(Redemption redemption, String change, UUID by, Instant at) {
        return database.sql("update points.redemption set " + change + " where community_id = :community and id = :id")
                .param("by", by)
                .param("at", utc(at))
                .param("community", redemption.household().community().value())
                .param("id", redemption.id());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Redemption redemption(ResultSet row, int number) throws SQLException {
        var reason = row.getString("void_reason");
        return new Redemption(
                row.getObject("id", UUID.class),
                row.getObject("shop", UUID.class),
                row.getObject("goods", UUID.class),
                row.getInt("goods_version"),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                new HouseholdRef(new CommunityId(row.getInt("community_id")), row.getObject("household", UUID.class)),
                row.getInt("pieces"),
                row.getLong("points"),
                Redemption.State.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("consent"),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "closed_at"),
                reason == null ? null : Redemption.VoidReason.valueOf(reason));
    }

    /** Removes what a person wrote down about a household's consent. */
    void forgetConsents(UUID account) {
        database.sql("update points.redemption set consent = '' where held_by = :account and consent <> ''")
                .param("account", account)
                .update();
    }
}
