package org.zhuxi.platform.database;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.log.Failures;
import org.zhuxi.platform.privacy.PersonalColumns;
import org.zhuxi.platform.privacy.PersonalColumns.Sort;

/**
 * The columns of all modules that say where a place lies today, as {@code privacy/<schema>.yaml} declares them. They are rewritten
 * when a place comes to another parent, so that whoever answers for it there finds what belongs to it.
 */
@Component
public class LivePaths {

    private static final Logger LOG = LoggerFactory.getLogger(LivePaths.class);

    /** The part of a path that leads through divisions, whose segments are digits, at most as deep as a community. */
    private static final String DIVISIONS = "^(?:/[0-9]+){1,5}";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final List<Column> columns;

    LivePaths(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalColumns declared) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.columns = declared.tables().stream()
                .flatMap(table -> table.columns().entrySet().stream()
                        .filter(column -> column.getValue() == Sort.LIVE_PATH)
                        .map(column -> new Column(table.name(), column.getKey())))
                .toList();
    }

    /** The divisions and communities in which something lies, each by its path as it stands in the rows. */
    public Collection<PlacePath> inUse() {
        var found = new TreeSet<PlacePath>((one, other) -> one.value().compareTo(other.value()));
        for (var column : columns) {
            jdbc
                    .sql("select distinct substring(%s from '%s') from %s"
                            .formatted(column.name(), DIVISIONS, column.table()))
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(java.util.Objects::nonNull)
                    .map(PlacePath::new)
                    .forEach(found::add);
        }
        return found;
    }

    /**
     * Rewrites the paths of what lies in these divisions and communities, but not in one below that is known by a path of its own.
     * What cannot be rewritten, because the same is there already, stays and is told to the log.
     *
     * @param moves from the path that stands in the rows to the one of today
     * @return rows that were rewritten
     */
    public long rewrite(Map<PlacePath, PlacePath> moves) {
        return columns.stream()
                .mapToLong(column -> moves.entrySet().stream()
                        .mapToLong(move -> rewrite(column, move.getKey(), move.getValue()))
                        .sum())
                .sum();
    }

    private long rewrite(Column column, PlacePath from, PlacePath to) {
        try {
            return transactions.execute(status -> jdbc.sql("""
                            update %1$s
                            set %2$s = :to || substr(%2$s, length(:from) + 1)
                            where (%2$s = :from or %2$s like :below)
                              and substring(%2$s from '%3$s') = :from
                            """.formatted(column.table(), column.name(), DIVISIONS))
                    .param("from", from.value())
                    .param("below", from.below())
                    .param("to", to.value())
                    .update());
        } catch (DataIntegrityViolationException e) {
            LOG.warn("{} of {} stays at its former path: {}", column.table(), from, Failures.brief(e));
            return 0;
        }
    }

    private record Column(String table, String name) {}
}
