package org.zhuxi.activity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.EvidenceFile;
import org.zhuxi.activity.EvidenceKind;
import org.zhuxi.kernel.CommunityId;

/** Keeps what is known about evidence files, and which records they belong to. */
@Repository
class EvidenceStore {

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That a file was uploaded for a community. */
    record File(CommunityId community, String sha256, EvidenceKind kind) {

        boolean is(CommunityId there, String hash) {
            return community.equals(there) && sha256.equals(hash);
        }
    }

    List<File> list(Collection<String> hashes) {
        return jdbc.sql(
                        "select community_id as community, sha256, mime from activity.evidence where sha256 = any(:hashes)")
                .param("hashes", hashes.toArray(String[]::new))
                .query((row, number) -> new File(
                        new CommunityId(row.getInt("community")),
                        row.getString("sha256"),
                        EvidenceFile.kindOf(row.getString("mime"))))
                .list();
    }

    /** Keeps a file's description; a second upload of the same file changes nothing. */
    void add(CommunityId community, EvidenceFile file, UUID by, Instant at) {
        jdbc.sql("""
                        insert into activity.evidence
                            (community_id, sha256, mime, bytes, width, height, captured_at, uploaded_by, uploaded_at)
                        values (:community, :sha256, :mime, :bytes, :width, :height, :captured, :by, :at)
                        on conflict (community_id, sha256) do nothing""")
                .param("community", community.value())
                .param("sha256", file.sha256())
                .param("mime", file.mime())
                .param("bytes", file.bytes())
                .param("width", file.width())
                .param("height", file.height())
                .param("captured", file.capturedAt())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void link(Collection<Draft> drafts) {
        var links = new ArrayList<Link>();
        for (var draft : drafts) {
            draft.evidence().forEach(file -> links.add(new Link(draft.activity().community(), draft.id(), file)));
        }
        if (links.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into activity.evidence_link (community_id, activity_id, sha256)
                        select community_id, activity_id, sha256
                        from unnest(cast(:communities as integer[]), cast(:activities as uuid[]), cast(:files as text[]))
                            as link (community_id, activity_id, sha256)""")
                .param(
                        "communities",
                        ActivityStore.texts(links, link -> link.community().value()))
                .param("activities", ActivityStore.texts(links, Link::activity))
                .param("files", ActivityStore.texts(links, Link::sha256))
                .update();
    }

    Optional<EvidenceFile> find(CommunityId community, String sha256) {
        return jdbc.sql("""
                        select sha256, mime, bytes, width, height, captured_at
                        from activity.evidence
                        where community_id = :community
                        and sha256 = :sha256""")
                .param("community", community.value())
                .param("sha256", sha256)
                .query(EvidenceFile.class)
                .optional();
    }

    /** The files of a record. */
    List<EvidenceFile> list(CommunityId community, UUID activity) {
        return jdbc.sql("""
                        select sha256, mime, bytes, width, height, captured_at
                        from activity.evidence_link
                        join activity.evidence using (community_id, sha256)
                        where community_id = :community
                        and activity_id = :activity
                        order by sha256""")
                .param("community", community.value())
                .param("activity", activity)
                .query(EvidenceFile.class)
                .list();
    }

    /** The files of several records. */
    Map<UUID, List<EvidenceFile>> list(List<Stored> records) {
        var shown =
                records.stream().filter(stored -> stored.evidenceCount() > 0).toList();
        if (shown.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select activity_id, sha256, mime, bytes, width, height, captured_at
                        from unnest(cast(:communities as integer[]), cast(:activities as uuid[]))
                            as shown (community_id, activity_id)
                        join activity.evidence_link using (community_id, activity_id)
                        join activity.evidence using (community_id, sha256)
                        order by sha256""")
                .param(
                        "communities",
                        ActivityStore.texts(
                                shown, stored -> stored.activity().community().value()))
                .param(
                        "activities",
                        ActivityStore.texts(shown, stored -> stored.activity().id()))
                .query((row, number) ->
                        Map.entry(Objects.requireNonNull(row.getObject("activity_id", UUID.class)), file(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** A file from the columns of {@code activity.evidence}. */
    static EvidenceFile file(ResultSet row) throws SQLException {
        return new EvidenceFile(
                row.getString("sha256"),
                row.getString("mime"),
                row.getLong("bytes"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getObject("captured_at", LocalDateTime.class));
    }

    private record Link(CommunityId community, UUID activity, String sha256) {}
}
