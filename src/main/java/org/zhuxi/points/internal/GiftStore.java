package org.zhuxi.points.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.points.Gift;

/** Keeps gifts, and who has agreed to take them from whom. */
@Repository
public class GiftStore {

    private static final String SELECT = """
            select community_id, id, household, to_community, to_household, points, note, given_on, given_by, given_at,
                   reversed_at, reverse_note
            from points.gift
            """;

    private final JdbcClient database;

    GiftStore(JdbcClient database) {
        this.database = database;
    }

    public Optional<Gift> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(GiftStore::gift)
                .optional();
    }

    /** What a household gave and got, the latest first. */
    public List<Gift> of(HouseholdRef household, int most) {
        return database.sql(SELECT + """
                        where community_id = :community and household = :household or to_household = :household
                        order by given_at desc
                        limit :most""")
                .param("community", household.community().value())
                .param("household", household.id())
                .param("most", most)
                .query(GiftStore::gift)
                .list();
    }

    /**
     * The latest first.
     *
     * @param communities of the givers; null for all
     */
    public List<Gift> list(Integer @Nullable [] communities, int rows, @Nullable UUID after) {
        return database.sql(SELECT + """
                        where (cast(:communities as integer[]) is null or community_id = any(:communities))
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :rows""")
                .param("communities", communities)
                .param("after", after)
                .param("rows", rows)
                .query(GiftStore::gift)
                .list();
    }

    /** Points a household gave away on a day, without those that were taken back. */
    long givenOn(HouseholdRef household, LocalDate day) {
        return database.sql("""
                        select coalesce(sum(points), 0)
                        from points.gift
                        where community_id = :community and household = :household and given_on = :day
                          and reversed_at is null""")
                .param("community", household.community().value())
                .param("household", household.id())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    void insert(Gift gift, Lots lots, Origin origin) {
        database.sql("""
                        insert into points.gift (
                            community_id, id, household, to_community, to_household, points, lots, note, given_on, given_by,
                            given_at, origin)
                        values (:community, :id, :household, :toCommunity, :to, :points, cast(:lots as bigint[]), :note,
                            :day, :by, :at, :origin)""")
                .param("community", gift.from().community().value())
                .param("id", gift.id())
                .param("household", gift.from().id())
                .param("toCommunity", gift.to().community().value())
                .param("to", gift.to().id())
                .param("points", gift.points())
                .param("lots", HoldLedger.literal(lots))
                .param("note", gift.note())
                .param("day", gift.day())
                .param("by", gift.givenBy())
                .param("at", gift.givenAt().atOffset(ZoneOffset.UTC))
                .param("origin", origin.name())
                .update();
    }

    Lots lots(Gift gift) {
        return database.sql("select lots from points.gift where community_id = :community and id = :id")
                .param("community", gift.from().community().value())
                .param("id", gift.id())
                .query((row, number) -> HoldLedger.lots(row))
                .single();
    }

    /** False when it had been taken back before. */
    boolean reverse(Gift gift, UUID by, String note, Instant at) {
        return database.sql("""
                        update points.gift
                        set reversed_by = :by, reversed_at = :at, reverse_note = :note
                        where community_id = :community and id = :id and reversed_at is null""")
                        .param("community", gift.from().community().value())
                        .param("id", gift.id())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("note", note)
                        .update()
                > 0;
    }

    /** Whether a household takes gifts from another. */
    public boolean hasAgreed(HouseholdRef household, HouseholdRef from) {
        return agreements(household).contains(from);
    }

    public List<HouseholdRef> agreements(HouseholdRef household) {
        return database.sql("""
                        select from_community, from_household
                        from points.gift_agreement
                        where community_id = :community and household = :household
                        order by agreed_at
                        limit 100""")
                .param("community", household.community().value())
                .param("household", household.id())
                .query((row, number) -> new HouseholdRef(
                        new CommunityId(row.getInt("from_community")), row.getObject("from_household", UUID.class)))
                .list();
    }

    /** False when it had agreed before. */
    public boolean agree(HouseholdRef household, HouseholdRef from, UUID by, Instant at) {
        return database.sql("""
                        insert into points.gift_agreement (
                            community_id, household, from_household, from_community, agreed_by, agreed_at)
                        values (:community, :household, :from, :fromCommunity, :by, :at)
                        on conflict (community_id, household, from_household) do nothing""")
                        .param("community", household.community().value())
                        .param("household", household.id())
                        .param("from", from.id())
                        .param("fromCommunity", from.community().value())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    public void disagree(HouseholdRef household, UUID from) {
        database.sql("""
                        delete from points.gift_agreement
                        where community_id = :community and household = :household and from_household = :from""")
                .param("community", household.community().value())
                .param("household", household.id())
                .param("from", from)
                .update();
    }

    /** The words of the gifts that a household gave or got on some days, by the postings on its account. */
    Map<UUID, String> words(HouseholdRef household, LocalDate from, LocalDate to) {
        var words = new HashMap<UUID, String>();
        database.sql("""
                        select id, note, lots
                        from points.gift
                        where (community_id = :community and household = :household or to_household = :household)
                          and given_on between :from and :to
                          and note <> ''""")
                .param("community", household.community().value())
                .param("household", household.id())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    var gift = row.getObject("id", UUID.class);
                    var note = row.getString("note");
                    words.put(gift, note);
                    var pairs = HoldLedger.lots(row).pairs();
                    for (var i = 0; i < pairs.length; i += 2) {
                        words.put(GiftWork.received(gift, pairs[i]), note);
                    }
                });
        return words;
    }

    /** Removes the words of a person from the gifts that this person made. */
    void forgetNotes(UUID account) {
        database.sql("update points.gift set note = '' where given_by = :account and note <> ''")
                .param("account", account)
                .update();
    }

    private static Gift gift(ResultSet row, int number) throws SQLException {
        var reversedAt = row.getObject("reversed_at", OffsetDateTime.class);
        return new Gift(
                row.getObject("id", UUID.class),
                new HouseholdRef(new CommunityId(row.getInt("community_id")), row.getObject("household", UUID.class)),
                new HouseholdRef(
                        new CommunityId(row.getInt("to_community")), row.getObject("to_household", UUID.class)),
                row.getLong("points"),
                row.getString("note"),
                row.getObject("given_on", LocalDate.class),
                row.getObject("given_by", UUID.class),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                reversedAt == null ? null : reversedAt.toInstant(),
                row.getString("reverse_note"));
    }
}
