package org.zhuxi.carbon.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.carbon.GwpSet;
import org.zhuxi.carbon.Horizon;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.Statement;
import org.zhuxi.kernel.CommunityId;

/** Published statements of many places at once. */
@Repository
public class PublishedStatements {

    private final JdbcClient jdbc;

    PublishedStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param place code */
    public record Found(UUID id, String place, int year, Horizon horizon, GwpSet gwp) {

        /** Whether it may be added to others: 20 years and yearly accounting never are, and only AR5 is. */
        public boolean isAddable() {
            return horizon == Horizon.TWENTY_YEARS && gwp == GwpSet.AR5_100;
        }
    }

    /** Those of places in these communities, of all years. */
    public List<Found> of(Collection<CommunityId> communities, Collection<String> places, Line.Scope scope) {
        return jdbc.sql("""
                        select id, place, left(period, 4)::integer as year, horizon, gwp
                        from carbon.statement
                        where community_id = any(:communities)
                        and place = any(:places)
                        and scope = :scope
                        and state = 'PUBLISHED'
                        """)
                .param("communities", numbers(communities))
                .param("places", places.toArray(String[]::new))
                .param("scope", scope.name())
                .query(Found.class)
                .list();
    }

    private static Integer[] numbers(Collection<CommunityId> communities) {
        return communities.stream().map(CommunityId::value).distinct().toArray(Integer[]::new);
    }

    /** With their documents. */
    public List<Statement> get(Collection<UUID> ids) {
        return jdbc.sql("select * from carbon.statement where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> StatementStore.statement(row))
                .list();
    }
}
