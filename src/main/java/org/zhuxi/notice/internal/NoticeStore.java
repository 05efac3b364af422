package org.zhuxi.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.notice.NewNotice;
import org.zhuxi.notice.Notice;
import org.zhuxi.notice.NoticeVersion;
import org.zhuxi.place.Household;

/** Notices and how they stood before. */
@Component
public class NoticeStore {

    private static final UUID LAST = new UUID(-1, -1);

    private static final String SHOWN = """
            select *
            from notice.notice n
            where published_at is not null
              and withdrawn_at is null
              and shown_from <= :today
              and (shown_until is null or shown_until >= :today)
              and (n.pinned, n.shown_from, n.id) < (:pinned, :from, :key)
            """;
    private static final String IN_ORDER = "\norder by pinned desc, shown_from desc, id desc\nlimit :limit";

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new draft; false when the id is there already. */
    public boolean insert(
            CommunityId community, UUID id, PlacePath at, NewNotice words, UUID by, Instant now, Origin origin) {
        var isNew = filled("""
                        insert into notice.notice
                            (community_id, id, place_path, title_zh, title_en, body_zh, body_en, pinned, shown_from,
                             shown_until, version, drafted_by, drafted_at, origin)
                        values (:community, :id, :path, :titleZh, :titleEn, :bodyZh, :bodyEn, :pinned, :from,
                                :until, 1, :by, :now, :origin)
                        on conflict (community_id, id) do nothing
                        """, community, id, at, words, by, now)
                        .param("origin", origin.name())
                        .update()
                == 1;
        if (isNew) {
            keepVersion(community, id, by, now);
        }
        return isNew;
    }

    /** Changes a notice that still has that version. */
    public boolean update(
            CommunityId community, UUID id, int version, PlacePath at, NewNotice words, UUID by, Instant now) {
        var isChanged = filled("""
                        update notice.notice
                        set place_path = :path, title_zh = :titleZh, title_en = :titleEn, body_zh = :bodyZh,
                            body_en = :bodyEn, pinned = :pinned, shown_from = :from, shown_until = :until,
                            version = version + 1
                        where community_id = :community and id = :id and version = :version and withdrawn_at is null
                        """, community, id, at, words, by, now)
                        .param("version", version)
                        .update()
                == 1;
        if (isChanged) {
            keepVersion(community, id, by, now);
        }
        return isChanged;
    }

    private void keepVersion(CommunityId community, UUID id, UUID by, Instant now) {
        jdbc.sql("""
                        insert into notice.version
                            (community_id, notice_id, version, place_path, title_zh, title_en, body_zh, body_en, pinned,
                             shown_from, shown_until, saved_by, saved_at)
                        select community_id, id, version, place_path, title_zh, title_en, body_zh, body_en, pinned,
                               shown_from, shown_until, :by, :now
                        from notice.notice
                        where community_id = :community and id = :id
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec filled(
            String sql, CommunityId community, UUID id, PlacePath at, NewNotice words, UUID by, Instant now) {
        return jdbc.sql(sql)
                .param("community", community.value())
                .param("id", id)
                .param("path", at.value())
                .param("titleZh", words.titleZh())
                .param("titleEn", words.titleEn())
                .param("bodyZh", words.bodyZh())
                .param("bodyEn", words.bodyEn())
                .param("pinned", words.pinned())
                .param("from", words.from())
                .param("until", words.until())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    /** Makes a draft visible; false when it was already. */
    public boolean publish(Notice notice, UUID by, Instant now) {
        return step("""
                update notice.notice
                set published_by = :by, published_at = :now
                where community_id = :community and id = :id and published_at is null and withdrawn_at is null
                """, notice, by, now).update() == 1;
    }

    /** Those that nobody was told of and that may be shown, the first first. @param today where a day begins first */
    List<Notice> untold(LocalDate today) {
        return jdbc.sql("""
                        select *
                        from notice.notice
                        where told_at is null
                          and published_at is not null
                          and withdrawn_at is null
                          and shown_from <= :today
                          and (shown_until is null or shown_until >= cast(:today as date) - 2)
                        order by shown_from, id
                        limit 500
                        """).param("today", today).query(NoticeStore::read).list();
    }

    /** Notes that people are told of it; empty when that was done before, or it is not shown on that day. */
    Optional<Notice> markTold(CommunityId community, UUID id, LocalDate today, Instant now) {
        return jdbc.sql("""
                        update notice.notice
                        set told_at = :now
                        where community_id = :community
                          and id = :id
                          and told_at is null
                          and published_at is not null
                          and withdrawn_at is null
                          and shown_from <= :today
                          and (shown_until is null or shown_until >= :today)
                        returning *
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("community", community.value())
                .param("id", id)
                .param("today", today)
                .query(NoticeStore::read)
                .optional();
    }

    /** Takes it back; false when that was done before. */
    public boolean withdraw(Notice notice, String reason, UUID by, Instant now) {
        return step("""
                        update notice.notice
                        set withdrawn_by = :by, withdrawn_at = :now, withdrawal_reason = :reason
                        where community_id = :community and id = :id and withdrawn_at is null
                        """, notice, by, now).param("reason", reason).update() == 1;
    }

    private JdbcClient.StatementSpec step(String sql, Notice notice, UUID by, Instant now) {
        return jdbc.sql(sql)
                .param("community", notice.community().value())
                .param("id", notice.id())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    public Optional<Notice> find(UUID id) {
        return jdbc.sql("select * from notice.notice where id = :id")
                .param("id", id)
                .query(NoticeStore::read)
                .optional();
    }

    public List<NoticeVersion> versions(Notice notice) {
        return jdbc.sql("""
                        select * from notice.version
                        where community_id = :community and notice_id = :id
                        order by version desc
                        limit 100
                        """)
                .param("community", notice.community().value())
                .param("id", notice.id())
                .query((row, number) -> new NoticeVersion(
                        row.getInt("version"),
                        names(row, "title"),
                        names(row, "body"),
                        row.getObject("saved_by", UUID.class),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public List<Notice> list(
            List<Integer> communities,
            PlacePath at,
            Notice.@Nullable State state,
            String words,
            int limit,
            @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from notice.notice
                        where community_id = any(:communities)
                          and (place_path = :path or place_path like :below)
                          and id < :key
                          and (:words = '' or position(lower(:words) in lower(title_zh || title_en || body_zh || body_en)) > 0)
                          and (cast(:state as text) is null
                               or :state = case when withdrawn_at is not null then 'WITHDRAWN'
                                                when published_at is null then 'DRAFT' else 'PUBLISHED' end)
                        order by id desc
                        limit :limit
                        """)
                .param("communities", communities.toArray(Integer[]::new))
                .param("path", at.value())
                .param("below", at.below())
                .param("key", after == null ? LAST : after)
                .param("words", words)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(NoticeStore::read)
                .list();
    }

    public Slice<Notice> open(
            CommunityId community, PlacePath path, LocalDate today, int limit, @Nullable String after) {
        return shown(
                "  and community_id = :community and place_path = :path",
                today,
                limit,
                after,
                statement -> statement.param("community", community.value()).param("path", path.value()));
    }

    public Slice<Notice> mine(Collection<Household> homes, LocalDate today, int limit, @Nullable String after) {
        return shown(
                """
                  and exists (
                      select from unnest(cast(:communities as integer[]), cast(:paths as text[])) home (community_id, path)
                      where home.community_id = n.community_id
                        and (home.path = n.place_path or starts_with(home.path, n.place_path || '/')))
                """,
                today,
                limit,
                after,
                statement -> statement
                        .param(
                                "communities",
                                homes.stream()
                                        .map(home -> home.ref().community().value())
                                        .toArray(Integer[]::new))
                        .param(
                                "paths",
                                homes.stream().map(home -> home.path().value()).toArray(String[]::new)));
    }

    private Slice<Notice> shown(
            String where,
            LocalDate today,
            int limit,
            @Nullable String after,
            java.util.function.UnaryOperator<JdbcClient.StatementSpec> filled) {
        var key = ShownKey.parse(after);
        var found = filled.apply(jdbc.sql(SHOWN + where + IN_ORDER)
                        .param("today", today)
                        .param("pinned", key.pinned())
                        .param("from", key.from())
                        .param("key", key.id())
                        .param("limit", limit + 1))
                .query(NoticeStore::read)
                .list();
        return Slice.of(found, limit, ShownKey::of);
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        return new Notice(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                new PlacePath(row.getString("place_path")),
                names(row, "title"),
                names(row, "body"),
                !row.getString("title_en").isEmpty(),
                row.getBoolean("pinned"),
                row.getObject("shown_from", LocalDate.class),
                row.getObject("shown_until", LocalDate.class),
                row.getInt("version"),
                row.getObject("drafted_by", UUID.class),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                instant(row, "published_at"),
                instant(row, "withdrawn_at"),
                row.getString("withdrawal_reason"));
    }

    private static Names names(ResultSet row, String column) throws SQLException {
        var zh = row.getString(column + "_zh");
        var en = row.getString(column + "_en");
        return new Names(zh, en.isEmpty() ? zh : en);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
