package org.zhuxi.assessment.internal;

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
import org.zhuxi.assessment.StandardEntry;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.StandardVersion.State;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** Standards that were written with the program; those it ships are files. */
@Repository
public class StandardStore {

    private final JdbcClient jdbc;

    StandardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version with its text. */
    public record Row(
            String code,
            int version,
            String jurisdiction,
            PlacePath path,
            State state,
            Names names,
            LocalDate effectiveFrom,
            boolean official,
            String text,
            int revision,
            Instant editedAt,
            @Nullable Instant publishedAt,
            @Nullable String retiredFor,
            Origin origin) {

        public StandardEntry entry() {
            return new StandardEntry(
                    code,
                    version,
                    names,
                    jurisdiction,
                    effectiveFrom,
                    official,
                    state,
                    false,
                    publishedAt,
                    retiredFor,
                    origin);
        }

        /** The same with another text. */
        public Row with(String other) {
            return new Row(
                    code,
                    version,
                    jurisdiction,
                    path,
                    state,
                    names,
                    effectiveFrom,
                    official,
                    other,
                    revision,
                    editedAt,
                    publishedAt,
                    retiredFor,
                    origin);
        }
    }

    public boolean insert(StandardText.Header header, PlacePath path, String text, UUID by, Instant at, Origin origin) {
        return jdbc.sql("""
                        insert into assessment.standard
                            (code, version, jurisdiction, path, state, name_zh, name_en, effective_from, official, content,
                                revision, drafted_by, edited_by, edited_at, origin)
                        values (:code, :version, :jurisdiction, :path, 'DRAFT', :code, :code, :from, false, :text,
                            1, :by, :by, :at, :origin)
                        on conflict do nothing
                        """)
                        .param("code", header.code())
                        .param("version", header.version())
                        .param("jurisdiction", header.jurisdiction())
                        .param("path", path.value())
                        .param("from", header.from())
                        .param("text", text)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("origin", origin.name())
                        .update()
                == 1;
    }

    public boolean edit(String code, int version, int revision, String text, UUID by, Instant at) {
        return jdbc.sql("""
                        update assessment.standard
                        set content = :text, revision = revision + 1, edited_by = :by, edited_at = :at
                        where code = :code and version = :version and revision = :revision and state = 'DRAFT'
                        """)
                        .param("code", code)
                        .param("version", version)
                        .param("revision", revision)
                        .param("text", text)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean publish(StandardVersion standard, int revision, UUID by, Instant at) {
        return jdbc.sql("""
                        update assessment.standard
                        set state = 'PUBLISHED', name_zh = :zh, name_en = :en, effective_from = :from, official = :official,
                            published_by = :by, published_at = :at
                        where code = :code and version = :version and revision = :revision and state = 'DRAFT'
                        """)
                        .param("code", standard.code())
                        .param("version", standard.version())
                        .param("revision", revision)
                        .param("zh", standard.names().zh())
                        .param("en", standard.names().en())
                        .param("from", standard.effectiveFrom())
                        .param("official", standard.official())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean discard(String code, int version) {
        return jdbc.sql("""
                        delete from assessment.standard
                        where code = :code and version = :version and state = 'DRAFT'
                        """).param("code", code).param("version", version).update() == 1;
    }

    public boolean retire(String code, int version, String reason, UUID by, Instant at) {
        return jdbc.sql("""
                        update assessment.standard
                        set state = 'RETIRED', retired_for = :reason, retired_by = :by, retired_at = :at
                        where code = :code and version = :version and state = 'PUBLISHED'
                        """)
                        .param("code", code)
                        .param("version", version)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Row> find(String code, int version) {
        return jdbc.sql("select * from assessment.standard where code = :code and version = :version")
                .param("code", code)
                .param("version", version)
                .query((row, number) -> row(row))
                .optional();
    }

    /** The version of a standard's draft. */
    public Optional<Integer> draftOf(String code) {
        return jdbc.sql("select version from assessment.standard where code = :code and state = 'DRAFT'")
                .param("code", code)
                .query(Integer.class)
                .optional();
    }

    /** Published and retired versions of one standard, the latest first. */
    List<Row> versions(String code) {
        return jdbc.sql("""
                        select *
                        from assessment.standard
                        where code = :code and state <> 'DRAFT'
                        order by version desc
                        """)
                .param("code", code)
                .query((row, number) -> row(row))
                .list();
    }

    /** The latest published version of each standard, by code. */
    List<Row> latest(String words, int limit, String after) {
        return jdbc.sql("""
                        select distinct on (code) *
                        from assessment.standard
                        where state = 'PUBLISHED' and code > :after
                        and position(lower(:words) in lower(code || ' ' || name_zh || ' ' || name_en)) > 0
                        order by code, version desc
                        limit :limit
                        """)
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /** Everything at or below a place, drafts first. */
    public List<Row> listAt(PlacePath at) {
        return jdbc.sql("""
                        select *
                        from assessment.standard
                        where path = :path or path like :below
                        order by state, code, version desc
                        limit 500
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var published = row.getObject("published_at", OffsetDateTime.class);
        return new Row(
                row.getString("code"),
                row.getInt("version"),
                row.getString("jurisdiction"),
                new PlacePath(row.getString("path")),
                State.valueOf(row.getString("state")),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                row.getObject("effective_from", LocalDate.class),
                row.getBoolean("official"),
                row.getString("content"),
                row.getInt("revision"),
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                published == null ? null : published.toInstant(),
                row.getString("retired_for"),
                Origin.valueOf(row.getString("origin")));
    }
}
