package org.zhuxi.request.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.Subscription;

/** Keeps who wants to be told of what. */
@Repository
public class SubscriptionStore {

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is new. */
    public boolean insert(CommunityId community, UUID account, Subscription it, Instant at) {
        return jdbc.sql("""
                        insert into request.subscription (community_id, account_id, subject, request_id, place_path, service, since)
                        values (:community, :account, :subject, cast(:request as uuid), :path, :service, :at)
                        on conflict do nothing
                        """)
                        .param("community", community.value())
                        .param("account", account)
                        .param("subject", it.subject())
                        .param("request", it.request())
                        .param("path", it.place() == null ? null : it.place().value())
                        .param("service", it.service())
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    public boolean delete(UUID account, String subject) {
        return jdbc.sql("delete from request.subscription where account_id = :account and subject = :subject")
                        .param("account", account)
                        .param("subject", subject)
                        .update()
                > 0;
    }

    public List<Subscription> list(UUID account) {
        return jdbc.sql("select * from request.subscription where account_id = :account order by since desc, subject")
                .param("account", account)
                .query((row, number) -> {
                    var path = row.getString("place_path");
                    return new Subscription(
                            row.getObject("request_id", UUID.class),
                            path == null ? null : new PlacePath(path),
                            row.getString("service"));
                })
                .list();
    }

    /** Everybody who asked to be told of this request, and its reporter. */
    public Set<UUID> people(ServiceRequest of, @Nullable UUID reporter) {
        var people = new HashSet<>(jdbc.sql("""
                        select distinct account_id
                        from request.subscription
                        where community_id = :community
                        and (request_id = :request
                            or ((:path = place_path or :path like place_path || '/%')
                                and (service = '' or service = :service)))
                        """)
                .param("community", of.community().value())
                .param("request", of.id())
                .param("path", of.path().value())
                .param("service", of.service())
                .query(UUID.class)
                .list());
        if (reporter != null) {
            people.add(reporter);
        }
        return people;
    }
}
