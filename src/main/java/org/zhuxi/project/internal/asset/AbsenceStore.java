package org.zhuxi.project.internal.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.project.asset.Absence;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.Inventory;

/** Keeps who answers for it that there is nothing. */
@Repository
public class AbsenceStore {

    private final JdbcClient jdbc;

    AbsenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CommunityId community, PlacePath path, Absence absence, UUID by, Instant at) {
        var kind = absence.kind();
        jdbc.sql("""
                        insert into project.absence
                            (community_id, id, place, place_path, inventory, kind, on_day, words, signer, certified_by,
                             certified_at)
                        values (:community, :id, :place, :path, :inventory, :kind, :on, :words, :signer, :by, :at)
                        """)
                .param("community", community.value())
                .param("id", absence.id())
                .param("place", absence.place())
                .param("path", path.value())
                .param("inventory", absence.inventory().name())
                .param("kind", kind == null ? null : kind.name())
                .param("on", absence.on())
                .param("words", absence.words())
                .param("signer", absence.signer().name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends what says that there is nothing of a kind. */
    public void end(CommunityId community, AssetKind kind, UUID by, Instant at) {
        jdbc.sql("""
                        update project.absence
                        set ended_by = :by, ended_at = :at
                        where community_id = :community
                        and inventory = :inventory
                        and coalesce(kind, :kind) = :kind
                        and ended_at is null
                        """)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("community", community.value())
                .param("inventory", kind.inventory().name())
                .param("kind", kind.name())
                .update();
    }

    public void withdraw(UUID id, UUID by, Instant at) {
        jdbc.sql("update project.absence set ended_by = :by, ended_at = :at where id = :id and ended_at is null")
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    public Optional<PlacePath> pathOf(UUID id) {
        return jdbc.sql("select place_path from project.absence where id = :id and ended_at is null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(PlacePath::new);
    }

    public List<Absence> list(PlacePath at, Inventory inventory) {
        return jdbc.sql("""
                        select id, place, inventory, kind, on_day, words, signer
                        from project.absence
                        where (place_path = :path or place_path like :below)
                        and inventory = :inventory
                        and ended_at is null
                        order by place, id
                        limit 200
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("inventory", inventory.name())
                .query((row, number) -> {
                    var kind = row.getString("kind");
                    return new Absence(
                            Objects.requireNonNull(row.getObject("id", UUID.class)),
                            row.getString("place"),
                            Inventory.valueOf(row.getString("inventory")),
                            kind == null ? null : AssetKind.valueOf(kind),
                            Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                            row.getString("words"),
                            Role.valueOf(row.getString("signer")));
                })
                .list();
    }
}
