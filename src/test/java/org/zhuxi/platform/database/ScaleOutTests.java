package org.zhuxi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.testing.ZhuxiTest;

/** What docs/scale-out.md spreads over a cluster is what the database has. */
@ZhuxiTest
class ScaleOutTests {

    private static final Pattern SPREAD = Pattern.compile("create_distributed_table\\('([a-z_]+\\.[a-z_]+)'");
    private static final Pattern EVERYWHERE = Pattern.compile("create_reference_table\\('([a-z_]+\\.[a-z_]+)'");

    /** Accounts and sums stay on the coordinator, as the document says, though communities stand first in some of their keys. */
    private static final List<String> ON_THE_COORDINATOR = List.of("account.%", "indicator.%");

    private final JdbcClient jdbc;

    ScaleOutTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void everyTableWithTheCommunityFirstInItsKeyIsNamed() throws IOException {
        var named = named(SPREAD);
        named.addAll(named(EVERYWHERE));

        assertThat(named)
                .containsAll(jdbc.sql("""
                        select k.conrelid::regclass::text
                        from pg_constraint k
                        join pg_class t on t.oid = k.conrelid and not t.relispartition
                        join pg_attribute c on c.attrelid = k.conrelid and c.attnum = k.conkey[1]
                        where k.contype = 'p'
                        and c.attname = 'community_id'
                        and not k.conrelid::regclass::text like any (:left)
                        """)
                        .param("left", ON_THE_COORDINATOR.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    @Test
    void everyTableThatIsNamedIsThere() throws IOException {
        var named = named(SPREAD);
        named.addAll(named(EVERYWHERE));

        assertThat(named)
                .doesNotHaveDuplicates()
                .isSubsetOf(jdbc.sql("select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'p')")
                        .query(String.class)
                        .list());
    }

    private static List<String> named(Pattern statement) throws IOException {
        return new java.util.ArrayList<>(statement
                .matcher(Files.readString(Path.of("docs/scale-out.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList());
    }
}
