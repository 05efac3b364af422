package org.zhuxi.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.OpenClient;

/** Keeps which programs may report, by the hash of their keys. */
@Repository
public class ClientStore {

    private final JdbcClient jdbc;

    ClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(OpenClient client, String hash, UUID by) {
        jdbc.sql("""
                        insert into request.client (id, key_hash, label, place, place_path, made_by, made_at, origin)
                        values (:id, :hash, :label, :place, :path, :by, :at, :origin)
                        """)
                .param("id", client.id())
                .param("hash", hash)
                .param("label", client.label())
                .param("place", client.place())
                .param("path", client.path().value())
                .param("by", by)
                .param("at", Rows.at(client.madeAt()))
                .param("origin", client.origin().name())
                .update();
    }

    public Optional<OpenClient> find(UUID id) {
        return jdbc.sql("select * from request.client where id = :id")
                .param("id", id)
                .query(ClientStore::read)
                .optional();
    }

    public Optional<OpenClient> findByHash(String hash) {
        return jdbc.sql("select * from request.client where key_hash = :hash and ended_at is null")
                .param("hash", hash)
                .query(ClientStore::read)
                .optional();
    }

    public List<OpenClient> list(PlacePath at) {
        return jdbc.sql("""
                        select *
                        from request.client
                        where place_path = :path or place_path like :below
                        order by id desc
                        limit 500
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .query(ClientStore::read)
                .list();
    }

    public void end(UUID id, UUID by, Instant at) {
        jdbc.sql("update request.client set ended_by = :by, ended_at = :at where id = :id and ended_at is null")
                .param("by", by)
                .param("at", Rows.at(at))
                .param("id", id)
                .update();
    }

    private static OpenClient read(ResultSet row, int number) throws SQLException {
        return new OpenClient(
                row.getObject("id", UUID.class),
                row.getString("label"),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                Rows.moment(row, "made_at"),
                Rows.instant(row, "ended_at"),
                Origin.valueOf(row.getString("origin")));
    }
}
