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
import org.zhuxi.activity.EvidenceUse;

/** What one account recorded and uploaded. */
@Repository
class PersonalRecords {

    private final JdbcClient jdbc;
    private final FileVault vault;
    private final List<EvidenceUse> uses;

    PersonalRecords(JdbcClient jdbc, FileVault vault, List<EvidenceUse> uses) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.uses = uses;
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

    /** Forgets an account's uploads that belong to no record, or only to rejected and reversed ones, and that no module shows. */
    void deleteNeedless(UUID account) {
        var uploaded =
                listUploaded(account).stream().map(Upload::sha256).distinct().toList();
        var needed = uses.stream()
                .flatMap(use -> use.needed(uploaded).stream())
                .distinct()
                .toArray(String[]::new);
        var gone = jdbc.sql("""
                        delete from activity.evidence file
                        where file.uploaded_by = :account
                          and file.sha256 <> all(:needed)
                          and not exists (
                              select from activity.evidence_link link
                              join activity.activity record
                                on record.community_id = link.community_id and record.id = link.activity_id
                              where link.community_id = file.community_id and link.sha256 = file.sha256
                                and record.state in ('RECORDED', 'VERIFIED'))
                        returning file.sha256
                        """)
                .param("account", account)
                .param("needed", needed)
                .query(String.class)
                .list();
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
