package org.zhuxi.place.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.place.DivisionImport.Progress;
import org.zhuxi.place.RowProblems;
import org.zhuxi.place.internal.DivisionSource.Placed;
import org.zhuxi.place.internal.DivisionSource.Succession;
import org.zhuxi.platform.database.BinaryCopy;

/** The lists as tables of the running transaction, and what can be wrong between them and the tree. */
@Component
public class DivisionStaging {

    private static final int ROWS_AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final DataSource database;
    private final ThreadLocal<Chunk> filling = new ThreadLocal<>();

    DivisionStaging(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Rows on their way into the table. */
    private static final class Chunk {

        private BinaryCopy copy = fresh();
        private int rows;
        private long all;

        private static BinaryCopy fresh() {
            return new BinaryCopy(
                    "incoming",
                    "file",
                    "line",
                    "code",
                    "kind",
                    "parent",
                    "path",
                    "name_zh",
                    "name_en",
                    "pinyin",
                    "initials");
        }
    }

    /** Nobody else changes the tree from here on; reading goes on. */
    public void begin() {
        jdbc.sql("lock table place.division in share row exclusive mode").update();
        // one merge of many names costs less than many of few
        jdbc.sql("select set_config('gin_pending_list_limit', '64MB', true), set_config('work_mem', '64MB', true)")
                .query()
                .singleRow();
        jdbc.sql("""
                        create temporary table incoming (
                            file text, line bigint, code text, kind text, parent text, path text, name_zh text,
                            name_en text, pinyin text, initials text
                        ) on commit drop
                        """).update();
        jdbc.sql("""
                        create temporary table succession (
                            file text, line bigint, former text, successor text, on_day date
                        ) on commit drop
                        """).update();
        filling.set(new Chunk());
    }

    public void add(Placed placed) {
        if (placed.path() == null) {
            return;
        }
        var chunk = filling.get();
        var row = placed.row();
        var pinyin = Pinyin.of(row.name());
        chunk.copy
                .row()
                .text(placed.file())
                .bigint(row.line())
                .text(row.code())
                .text(row.kind().name())
                .text(row.parent())
                .text(placed.path().value())
                .text(row.name())
                .text(EnglishName.of(row.name()))
                .text(pinyin.whole())
                .text(pinyin.initials());
        chunk.all++;
        if (++chunk.rows == ROWS_AT_ONCE) {
            send(chunk);
        }
    }

    /** Answers how many rows there are. */
    public long finish(Consumer<Progress> progress) {
        var chunk = filling.get();
        filling.remove();
        send(chunk);
        progress.accept(new Progress("compare", "", chunk.all));
        jdbc.sql("create index on incoming (code)").update();
        jdbc.sql("analyze incoming").update();
        jdbc.sql("""
                        create temporary table listed on commit drop as
                        select distinct kind, left(code, 2) as province
                        from incoming
                        """).update();
        return chunk.all;
    }

    private void send(Chunk chunk) {
        chunk.copy.send(database);
        chunk.copy = Chunk.fresh();
        chunk.rows = 0;
    }

    public void keep(List<Succession> successions) {
        var copy = new BinaryCopy("succession", "file", "line", "former", "successor", "on_day");
        for (var known : successions) {
            copy.row()
                    .text(known.file())
                    .bigint(known.line())
                    .text(known.former())
                    .text(known.successor())
                    .date(known.on());
        }
        copy.send(database);
    }

    public void check(LocalDate day, RowProblems found, boolean allowEndings) {
        findRepeated(found);
        findReturned(found);
        findNewer(day, found);
        findWrongSuccessions(day, found);
        if (!allowEndings) {
            findManyEndings(found);
        }
        findHomeless(found);
    }

    private void findRepeated(RowProblems found) {
        query("""
                select file, max(line) as line, code as subject, min(line)::text as detail
                from incoming
                group by file, code
                having count(*) > 1
                union all
                select max(file), 0, code, min(file)
                from incoming
                group by code
                having count(distinct file) > 1
                """, null, found, "place-list-twice");
    }

    private void findReturned(RowProblems found) {
        query("""
                select i.file, i.line, i.code as subject, max(d.valid_to)::text as detail
                from incoming i
                join place.division d on d.code = i.code
                group by i.file, i.line, i.code
                having bool_and(d.valid_to is not null)
                """, null, found, "place-list-returned");
    }

    private void findNewer(LocalDate day, RowProblems found) {
        query("""
                select i.file, i.line, i.code as subject, d.valid_from::text as detail
                from incoming i
                join place.division d on d.code = i.code and d.valid_to is null
                left join place.community c on c.code = d.code
                where d.valid_from > :day and %s
                """.formatted(DivisionChanges.DIFFERS), day, found, "place-list-newer");
    }

    private void findWrongSuccessions(LocalDate day, RowProblems found) {
        query("""
                select s.file, s.line, s.former as subject, s.successor as detail
                from succession s
                where not exists (select from place.division d where d.code = s.former)
                   or not exists (select from place.division d where d.code = s.successor and d.valid_to is null)
                  and not exists (select from incoming i where i.code = s.successor)
                """, null, found, "place-succession-unknown");
        query("""
                select s.file, s.line, s.former as subject, s.successor as detail
                from succession s
                where exists (select from incoming i where i.code = s.former)
                """, null, found, "place-succession-listed");
        query("""
                select s.file, s.line, s.former as subject, s.on_day::text as detail
                from succession s
                left join place.division d on d.code = s.former and d.valid_to is null
                where s.on_day > :day or s.on_day <= d.valid_from
                """, day, found, "place-date");
        query("""
                select s.file, s.line, s.former as subject, c.code as detail
                from succession s
                join place.community c on c.code = s.former
                """, null, found, "place-succession-in-use");
    }

    private void findManyEndings(RowProblems found) {
        query("""
                with ending as (
                    select d.kind, left(d.code, 2) as province, count(*) as units
                    from place.division d
                    where d.valid_to is null and %s
                      and not exists (select from succession s where s.former = d.code)
                    group by d.kind, left(d.code, 2)
                    having count(*) > 20
                )
                select ending.kind as file, 0 as line, ending.province as subject, ending.units::text as detail
                from ending
                where ending.units > 0.1 * (select count(*)
                                            from place.division d
                                            where d.valid_to is null and d.kind = ending.kind
                                              and left(d.code, 2) = ending.province)
                """.formatted(DivisionChanges.MISSING), null, found, "place-list-endings");
    }

    /** A community in use whose street ends needs exactly one street to go to. */
    private void findHomeless(RowProblems found) {
        query("""
                select coalesce(min(s.file), d.code) as file, coalesce(min(s.line), 0) as line, d.code as subject,
                       min(used.code) as detail
                from place.division d
                join place.division used on used.parent = d.code and used.valid_to is null
                join place.community c on c.code = used.code
                left join succession s on s.former = d.code
                where d.valid_to is null
                  and (%s or s.former is not null)
                  and not exists (select from incoming i where i.code = used.code)
                group by d.code
                having count(distinct s.successor) <> 1
                """.formatted(DivisionChanges.MISSING), null, found, "place-list-homeless");
    }

    private void query(String sql, @Nullable LocalDate day, RowProblems found, String slug) {
        RowCallbackHandler keep = row -> found.add(
                row.getString("file"), row.getLong("line"), slug, row.getString("subject"), row.getString("detail"));
        var statement = jdbc.sql(sql);
        (day == null ? statement : statement.param("day", day)).query(keep);
    }
}
