package org.zhuxi.account.internal.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Passkey;
import org.zhuxi.kernel.Ids;

/** Passkeys as Spring Security reads and writes them, and as their owner sees them. */
@Component
public class PasskeyStore implements UserCredentialRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Passkey> list(UUID account) {
        return jdbc.sql("""
                        select id, label, created_at, last_used_at
                        from account.passkey
                        where account_id = :account
                        order by created_at, id
                        """).param("account", account).query(Passkey.class).list();
    }

    /** Answers false when the account has no such passkey. */
    public boolean rename(UUID account, UUID id, String label) {
        return jdbc.sql("update account.passkey set label = :label where account_id = :account and id = :id")
                        .param("label", label)
                        .param("account", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Answers false when the account has no such passkey. */
    public boolean delete(UUID account, UUID id) {
        return jdbc.sql("delete from account.passkey where account_id = :account and id = :id")
                        .param("account", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public void delete(Bytes credentialId) {
        jdbc.sql("delete from account.passkey where credential_id = :credential")
                .param("credential", credentialId.getBytes())
                .update();
    }

    /** A new passkey, or the counters of one that was just used; its label and owner stay. */
    @Override
    public void save(CredentialRecord record) {
        jdbc.sql("""
                        insert into account.passkey (credential_id, id, account_id, label, public_key, signature_count,
                            uv_initialized, backup_eligible, backup_state, transports, attestation, client_data,
                            created_at)
                        values (:credential, :id, :account, :label, :key, :count, :uv, :eligible, :backedUp, :transports,
                            :attestation, :clientData, :now)
                        on conflict (credential_id) do update
                        set signature_count = excluded.signature_count, uv_initialized = excluded.uv_initialized,
                            backup_state = excluded.backup_state, last_used_at = excluded.created_at
                        where passkey.account_id = excluded.account_id
                        """)
                .param("credential", record.getCredentialId().getBytes())
                .param("id", Ids.next())
                .param("account", PasskeyOwners.account(record.getUserEntityUserId()))
                .param("label", record.getLabel())
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("uv", record.isUvInitialized())
                .param("eligible", record.isBackupEligible())
                .param("backedUp", record.isBackupState())
                .param("transports", transports(record.getTransports()))
                .param("attestation", bytes(record.getAttestationObject()))
                .param("clientData", bytes(record.getAttestationClientDataJSON()))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("select * from account.passkey where credential_id = :credential")
                .param("credential", credentialId.getBytes())
                .query(PasskeyStore::credential)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return jdbc.sql("select * from account.passkey where account_id = :account order by created_at")
                .param("account", PasskeyOwners.account(userId))
                .query(PasskeyStore::credential)
                .list();
    }

    private static byte[] bytes(@Nullable Bytes value) {
        return value == null ? new byte[0] : value.getBytes();
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(PasskeyOwners.handle(row.getObject("account_id", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .transports(Arrays.stream(row.getString("transports").split(",", -1))
                        .filter(transport -> !transport.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(moment(row.getObject("created_at", OffsetDateTime.class)))
                .lastUsed(moment(row.getObject("last_used_at", OffsetDateTime.class)))
                .build();
    }

    private static Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? Instant.EPOCH : at.toInstant();
    }
}
