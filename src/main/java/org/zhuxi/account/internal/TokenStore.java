package org.zhuxi.account.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.ApiToken;

/** API tokens, known only by the hash of their secret. */
@Component
public class TokenStore {

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ApiToken> find(Secret secret) {
        return jdbc.sql("select * from account.api_token where secret_hash = :hash")
                .param("hash", secret.hash())
                .query(TokenStore::token)
                .optional();
    }

    /** Newest first. */
    public List<ApiToken> list(UUID account) {
        return jdbc.sql("select * from account.api_token where account_id = :account order by id desc")
                .param("account", account)
                .query(TokenStore::token)
                .list();
    }

    public void insert(Secret secret, ApiToken token) {
        jdbc.sql("""
                        insert into account.api_token
                            (secret_hash, id, account_id, label, scopes, created_at, expires_at)
                        values (:hash, :id, :account, :label, :scopes, :createdAt, :expiresAt)
                        """)
                .param("hash", secret.hash())
                .param("id", token.id())
                .param("account", token.account())
                .param("label", token.label())
                .param("scopes", token.scopes().stream().sorted().toArray(String[]::new))
                .param("createdAt", token.createdAt())
                .param("expiresAt", token.expiresAt())
                .update();
    }

    /** Answers false when the account has no such token that is still in use. */
    public boolean revoke(UUID account, UUID id, OffsetDateTime now) {
        return jdbc.sql("""
                        update account.api_token
                        set revoked_at = :now
                        where account_id = :account and id = :id and revoked_at is null
                        """)
                        .param("now", now)
                        .param("account", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Notes a use, at most one write a day. */
    public void touch(Secret secret, LocalDate day) {
        jdbc.sql("""
                        update account.api_token
                        set last_used_day = :day
                        where secret_hash = :hash and (last_used_day is null or last_used_day < :day)
                        """).param("day", day).param("hash", secret.hash()).update();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("label"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("expires_at", OffsetDateTime.class),
                row.getObject("revoked_at", OffsetDateTime.class),
                row.getObject("last_used_day", LocalDate.class));
    }
}
