package org.zhuxi.waste.internal.buyback;

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
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.waste.buyback.Recycler;
import org.zhuxi.waste.buyback.RecyclerRef;

/** Recyclers and the people who work for them. */
@Repository
public class RecyclerStore {

    private static final String SELECT = """
            select community_id, id, name, phone, since, until, origin
            from waste.recycler
            """;

    private final JdbcClient jdbc;

    RecyclerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when a recycler of this name is there already. */
    public boolean insert(Recycler recycler) {
        return jdbc.sql("""
                        insert into waste.recycler (community_id, id, name, phone, since, origin)
                        values (:community, :id, :name, :phone, :since, :origin)
                        on conflict do nothing
                        """)
                        .param("community", recycler.ref().community().value())
                        .param("id", recycler.ref().id())
                        .param("name", recycler.name())
                        .param("phone", recycler.phone())
                        .param("since", recycler.since())
                        .param("origin", recycler.origin().name())
                        .update()
                == 1;
    }

    public Optional<Recycler> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(Row::recycler);
    }

    /** Those of the communities in order of name. */
    public List<Recycler> list(Collection<CommunityId> communities) {
        return jdbc
                .sql(SELECT + "where community_id = any(:communities) order by community_id, name")
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Integer[]::new))
                .query(Row.class)
                .list()
                .stream()
                .map(Row::recycler)
                .toList();
    }

    /** Holds the recycler until the transaction ends: receipts are numbered and months closed one after the other. */
    public void lock(RecyclerRef ref) {
        jdbc.sql("select id from waste.recycler where community_id = :community and id = :id for update")
                .param("community", ref.community().value())
                .param("id", ref.id())
                .query(UUID.class)
                .single();
    }

    /** For whom an account works, one recycler a community. */
    public List<Recycler> ofAccount(UUID account) {
        return jdbc.sql("""
                        select r.community_id, r.id, r.name, r.phone, r.since, r.until, r.origin
                        from waste.recycler_person p
                        join waste.recycler r on r.community_id = p.community_id and r.id = p.recycler_id
                        where p.account_id = :account
                        order by r.community_id
                        """).param("account", account).query(Row.class).list().stream()
                .map(Row::recycler)
                .toList();
    }

    /** False when the person works for another recycler of the community. */
    public boolean engage(RecyclerRef ref, UUID account, String username, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into waste.recycler_person
                            (community_id, account_id, recycler_id, username, engaged_by, engaged_at)
                        values (:community, :account, :recycler, :username, :by, :at)
                        on conflict (community_id, account_id) do update
                            set username = excluded.username
                            where waste.recycler_person.recycler_id = excluded.recycler_id
                        """)
                        .param("community", ref.community().value())
                        .param("account", account)
                        .param("recycler", ref.id())
                        .param("username", username)
                        .param("by", by)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean dismiss(RecyclerRef ref, String username) {
        return jdbc.sql("""
                        delete from waste.recycler_person
                        where community_id = :community and recycler_id = :recycler and username = :username
                        """)
                        .param("community", ref.community().value())
                        .param("recycler", ref.id())
                        .param("username", username)
                        .update()
                > 0;
    }

    /** User names of those who work for it. */
    public List<String> people(RecyclerRef ref) {
        return jdbc.sql("""
                        select username
                        from waste.recycler_person
                        where community_id = :community and recycler_id = :recycler
                        order by username
                        """)
                .param("community", ref.community().value())
                .param("recycler", ref.id())
                .query(String.class)
                .list();
    }

    private record Row(
            int communityId,
            UUID id,
            String name,
            String phone,
            LocalDate since,
            @Nullable LocalDate until,
            String origin) {

        Recycler recycler() {
            var ref = new RecyclerRef(new CommunityId(communityId), id);
            return new Recycler(ref, name, phone, since, until, Origin.valueOf(origin));
        }
    }
}
