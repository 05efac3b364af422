package org.zhuxi.activity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one account recorded and uploaded. */
@Repository
class PersonalRecords {

    private final JdbcClient jdbc;
    private final FileVault vault;

    PersonalRecords(JdbcClient jdbc, FileVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    record Recorded(UUID id, String kind, LocalDate localDate, Instant recordedAt, String state) {}

    record Upload(String sha256, String mime, long bytes, Instant uploadedAt) {}

    /** Records filed by an account in some communities, in order of day. */
    List<Recorded> listRecorded(UUID account, List<Integer> communities) {
        return jdbc.sql("""
                        select id, kind, local_date, recorded_at, state
                        from activity.activity
                        where community_id = any(:communities) and recorded_by = :account
                        order by local_date, id
                        """)
                .param("communities", communities.toArray(Integer[]::new))
                .param("account", account)
                .query(Recorded.class)
                .list();
    }

    List<Upload> listUploaded(UUID account) {
        return jdbc.sql("""
                        select sha256, mime, bytes, uploaded_at
                        from activity.evidence
                        where uploaded_by = :account
                        order by uploaded_at
                        """).param("account", account).query(Upload.class).list();
    }

    /** Forgets an account's uploads that belong to no record, or only to rejected and reversed ones. */
    void deleteNeedless(UUID account) {
        var gone = jdbc.sql("""
                        delete from activity.evidence file
                        where file.uploaded_by = :account
                          and not exists (
                              select from activity.evidence_link link
                              join activity.activity record
                                on record.community_id = link.community_id and record.id = link.activity_id
                              where link.community_id = file.community_id and link.sha256 = file.sha256
                                and record.state in ('RECORDED', 'VERIFIED'))
                        returning file.sha256
                        """).param("account", account).query(String.class).list();
        var unused = gone.stream().filter(sha256 -> !isKeptElsewhere(sha256)).toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                unused.forEach(PersonalRecords.this::deleteFile);
            }
        });
    }

    private boolean isKeptElsewhere(String sha256) {
        return jdbc.sql("select exists (select from activity.evidence where sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private void deleteFile(String sha256) {
        try {
            Files.deleteIfExists(vault.path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
