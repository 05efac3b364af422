package org.zhuxi.project.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.project.Product;
import org.zhuxi.project.Project;
import org.zhuxi.project.ProjectFile;

/** Keeps the products and documents of projects; what is removed stays readable by its row. */
@Repository
public class PartStore {

    private final JdbcClient jdbc;

    PartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Project project, Product product, UUID by, Instant at) {
        jdbc.sql("""
                        insert into project.product
                            (community_id, id, project_id, name, supplier, amount_fen, certificate, added_by, added_at)
                        values (:community, :id, :project, :name, :supplier, :amount, :certificate, :by, :at)
                        """)
                .param("community", project.community())
                .param("id", product.id())
                .param("project", project.id())
                .param("name", product.name())
                .param("supplier", product.supplier())
                .param("amount", product.amountFen())
                .param("certificate", product.certificate())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Product> products(Project project) {
        return jdbc.sql("""
                        select id, name, supplier, amount_fen, certificate
                        from project.product
                        where community_id = :community
                        and project_id = :project
                        and removed_at is null
                        order by id
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query(Product.class)
                .list();
    }

    public void insert(Project project, ProjectFile file, UUID by, Instant at) {
        jdbc.sql("""
                        insert into project.document
                            (community_id, id, project_id, title, sha256, mime, bytes, added_by, added_at)
                        values (:community, :id, :project, :title, :sha256, :mime, :bytes, :by, :at)
                        """)
                .param("community", project.community())
                .param("id", file.id())
                .param("project", project.id())
                .param("title", file.title())
                .param("sha256", file.sha256())
                .param("mime", file.mime())
                .param("bytes", file.bytes())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<ProjectFile> files(Project project) {
        return jdbc.sql("""
                        select id, title, sha256, mime, bytes
                        from project.document
                        where community_id = :community
                        and project_id = :project
                        and removed_at is null
                        order by id
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query((row, number) -> new ProjectFile(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        new CommunityId(project.community()),
                        row.getString("title"),
                        row.getString("sha256"),
                        row.getString("mime"),
                        row.getLong("bytes")))
                .list();
    }

    /** Whether it was there. @param table product or document */
    public boolean remove(Table table, Project project, UUID id, UUID by, Instant at) {
        return jdbc.sql("update project." + table.name().toLowerCase(java.util.Locale.ROOT) + """

                        set removed_by = :by, removed_at = :at
                        where community_id = :community
                        and id = :id
                        and project_id = :project
                        and removed_at is null
                        """)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("community", project.community())
                        .param("id", id)
                        .param("project", project.id())
                        .update()
                == 1;
    }

    /** Those of these files that a project still shows. */
    Set<String> shown(Collection<String> sha256) {
        return Set.copyOf(jdbc.sql("""
                        select distinct sha256
                        from project.document
                        where sha256 = any(:sha256)
                        and removed_at is null
                        """)
                .param("sha256", sha256.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** From which table a part is removed. */
    public enum Table {
        PRODUCT,
        DOCUMENT
    }
}
