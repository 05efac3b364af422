package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.Institution;
import org.zhuxi.compost.InstitutionKind;
import org.zhuxi.compost.LedgerYear;
import org.zhuxi.compost.WasteLine;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.database.Rows;

/** Institutions and their ledgers. */
@Repository
public class LedgerStore {

    private static final String INSTITUTION = """
            select community_id, id, place, name_zh, name_en, kind, note, origin
            from compost.institution
            where (:kind::text is null or kind = :kind)
            and position(lower(:words) in lower(name_zh || ' ' || name_en)) > 0
            """;
    private static final String CONFIRMED = """
            exists (
                select from compost.ledger_month done
                where done.community_id = line.community_id
                and done.institution_id = line.institution_id
                and done.month = line.month)
            """;
    private static final String OF_YEAR = """
            where line.community_id = :community
            and line.institution_id = :institution
            and line.month between :from and :to
            and (not :confirmed or %s)
            """.formatted(CONFIRMED);

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the id is there */
    public boolean insert(Institution institution, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into compost.institution
                            (community_id, id, place, name_zh, name_en, kind, note, origin, added_by, added_at)
                        values (:community, :id, :place, :zh, :en, :kind, :note, :origin, :by, :at)
                        on conflict do nothing
                        """)
                        .param("community", institution.community().value())
                        .param("id", institution.id())
                        .param("place", institution.place())
                        .param("zh", institution.name().zh())
                        .param("en", institution.name().en())
                        .param("kind", institution.kind().name())
                        .param("note", institution.note())
                        .param("origin", institution.origin().name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Institution> find(UUID id) {
        return jdbc.sql(INSTITUTION + "and id = :id")
                .param("kind", null)
                .param("words", "")
                .param("id", id)
                .query(LedgerStore::institution)
                .optional();
    }

    /** In the order in which they were added. @param communities null for all */
    public Slice<Institution> list(
            @Nullable Collection<CommunityId> communities,
            @Nullable InstitutionKind kind,
            String words,
            int limit,
            @Nullable UUID after) {
        var found = jdbc.sql(INSTITUTION + """
                        and (:everywhere or community_id = any(:communities))
                        and (:after::uuid is null or id > :after)
                        order by id
                        limit :limit
                        """)
                .param("kind", kind == null ? null : kind.name())
                .param("words", words.replace("\0", "").strip())
                .param("everywhere", communities == null)
                .param("communities", CompostSiteStore.numbers(communities == null ? List.of() : communities))
                .param("after", after)
                .param("limit", limit + 1)
                .query(LedgerStore::institution)
                .list();
        return Slice.of(found, limit, it -> it.id().toString());
    }

    private static Institution institution(ResultSet row, int number) throws SQLException {
        return new Institution(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place"),
                Rows.names(row),
                InstitutionKind.valueOf(row.getString("kind")),
                row.getString("note"),
                Origin.valueOf(row.getString("origin")));
    }

    /** Keeps others from changing the ledger until the transaction ends. */
    public void lock(Institution institution) {
        jdbc.sql("select id from compost.institution where community_id = :community and id = :id for update")
                .param("community", institution.community().value())
                .param("id", institution.id())
                .query(UUID.class)
                .single();
    }

    /** What is kept under an id, or null. */
    public @Nullable String hash(Institution institution, UUID line) {
        return jdbc.sql("select content_hash from compost.waste_line where community_id = :community and id = :id")
                .param("community", institution.community().value())
                .param("id", line)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    public void insert(Institution institution, WasteLine line, String hash, UUID by, Instant at) {
        jdbc.sql("""
                        insert into compost.waste_line
                            (community_id, id, institution_id, month, source, stream, destination, mass_kg, note,
                            content_hash, origin, recorded_by, recorded_at)
                        values (:community, :id, :institution, :month, :source, :stream, :destination, :mass, :note,
                            :hash, :origin, :by, :at)
                        """)
                .param("community", institution.community().value())
                .param("id", line.id())
                .param("institution", institution.id())
                .param("month", line.month().atDay(1))
                .param("source", line.source().name())
                .param("stream", line.stream().name())
                .param("destination", line.destination().name())
                .param("mass", line.massKg())
                .param("note", line.note())
                .param("hash", hash)
                .param("origin", line.origin().name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The month of a line. */
    public Optional<YearMonth> monthOf(Institution institution, UUID line) {
        return jdbc.sql("""
                        select month
                        from compost.waste_line
                        where community_id = :community and institution_id = :institution and id = :id
                        """)
                .params(of(institution))
                .param("id", line)
                .query(LocalDate.class)
                .optional()
                .map(YearMonth::from);
    }

    private static Map<String, Object> of(Institution institution) {
        return Map.of("community", institution.community().value(), "institution", institution.id());
    }

    /** @return false when it was taken back before */
    public boolean takeBack(Institution institution, UUID line, String reason, UUID by, Instant at) {
        return jdbc.sql("""
                        update compost.waste_line
                        set taken_back_by = :by, taken_back_at = :at, reason = :reason
                        where community_id = :community and institution_id = :institution and id = :id
                        and taken_back_at is null
                        """)
                        .params(of(institution))
                        .param("id", line)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public void count(Institution institution, YearMonth month, long counted, UUID by, Instant at) {
        jdbc.sql("""
                        insert into compost.attendance
                            (community_id, institution_id, month, number, persons, recorded_by, recorded_at)
                        select :community, :institution, :month, coalesce(max(number), 0) + 1, :counted, :by, :at
                        from compost.attendance
                        where community_id = :community and institution_id = :institution and month = :month
                        """)
                .params(of(institution))
                .param("month", month.atDay(1))
                .param("counted", counted)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean isConfirmed(Institution institution, YearMonth month) {
        return jdbc.sql("""
                        select exists (
                            select from compost.ledger_month
                            where community_id = :community and institution_id = :institution and month = :month)
                        """)
                .params(of(institution))
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    /** @return false when it was confirmed before */
    public boolean confirm(Institution institution, YearMonth month, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into compost.ledger_month (community_id, institution_id, month, confirmed_by, confirmed_at)
                        values (:community, :institution, :month, :by, :at)
                        on conflict do nothing
                        """)
                        .params(of(institution))
                        .param("month", month.atDay(1))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whoever had the last word about how many there were in a month. */
    public Optional<UUID> counter(Institution institution, YearMonth month) {
        return jdbc.sql("""
                        select recorded_by
                        from compost.attendance
                        where community_id = :community and institution_id = :institution and month = :month
                        order by number desc
                        limit 1
                        """)
                .params(of(institution))
                .param("month", month.atDay(1))
                .query(UUID.class)
                .optional();
    }

    /** Whoever recorded a line of a month that still stands. */
    public Set<UUID> recorders(Institution institution, YearMonth month) {
        return new HashSet<>(jdbc.sql("""
                        select distinct recorded_by
                        from compost.waste_line
                        where community_id = :community and institution_id = :institution and month = :month
                        and taken_back_at is null
                        """)
                .params(of(institution))
                .param("month", month.atDay(1))
                .query(UUID.class)
                .list());
    }

    /** What went where in a year. */
    public record Cell(WasteLine.Destination destination, BigDecimal massKg) {}

    public List<Cell> cells(Institution institution, int year, boolean confirmedOnly) {
        return ofYear(
                        "select destination, sum(mass_kg) as mass_kg from compost.waste_line line\n" + OF_YEAR
                                + "and taken_back_at is null group by destination",
                        institution,
                        year,
                        confirmedOnly)
                .query(Cell.class)
                .list();
    }

    private JdbcClient.StatementSpec ofYear(String sql, Institution institution, int year, boolean confirmedOnly) {
        return jdbc.sql(sql)
                .params(of(institution))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .param("confirmed", confirmedOnly);
    }

    /** The months of a year with anything in them, the first first. */
    public List<LedgerYear.Month> months(Institution institution, int year, boolean confirmedOnly) {
        return ofYear(
                        """
                        select line.month, sum(mass_kg) as generated_kg,
                            coalesce(sum(mass_kg) filter (where destination not in ('INCINERATED', 'LANDFILLED')), 0)
                                as diverted_kg,
                            (
                                select persons
                                from compost.attendance came
                                where came.community_id = :community
                                and came.institution_id = :institution
                                and came.month = line.month
                                order by number desc
                                limit 1) as counted,
                            bool_or(%s) as confirmed
                        from compost.waste_line line
                        """.formatted(CONFIRMED)
                                + OF_YEAR + "and taken_back_at is null group by line.month order by line.month",
                        institution,
                        year,
                        confirmedOnly)
                .query((row, number) -> new LedgerYear.Month(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getBigDecimal("generated_kg"),
                        row.getBigDecimal("diverted_kg"),
                        row.getObject("counted", Long.class),
                        row.getBoolean("confirmed")))
                .list();
    }

    /** The lines of a year, the latest month first. */
    public Slice<WasteLine> lines(
            Institution institution, int year, boolean confirmedOnly, int limit, @Nullable String after) {
        var key = after == null || after.isBlank() ? null : EntryKey.parse(after);
        var found = ofYear("""
                        select id, month, source, stream, destination, mass_kg, note, origin, taken_back_at is not null as back, reason
                        from compost.waste_line line
                        """ + OF_YEAR + """
                        and (:day::date is null or (line.month, id) < (:day, :after))
                        order by line.month desc, id desc
                        limit :limit
                        """, institution, year, confirmedOnly)
                .param("day", key == null ? null : key.day())
                .param("after", key == null ? null : key.id())
                .param("limit", limit + 1)
                .query(LedgerStore::line)
                .list();
        return Slice.of(found, limit, it -> new EntryKey(it.month().atDay(1), it.id()).toString());
    }

    private static WasteLine line(ResultSet row, int number) throws SQLException {
        return new WasteLine(
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                WasteLine.Source.valueOf(row.getString("source")),
                WasteLine.Stream.valueOf(row.getString("stream")),
                WasteLine.Destination.valueOf(row.getString("destination")),
                row.getBigDecimal("mass_kg"),
                row.getString("note"),
                Origin.valueOf(row.getString("origin")),
                row.getBoolean("back") ? row.getString("reason") : null);
    }
}
