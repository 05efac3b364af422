package org.zhuxi.account.internal;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;

/** Invitations to households, known only by the beginning of their code and the hash of its rest. */
@Component
public class InvitationStore {

    private final JdbcClient jdbc;
    private final PasswordEncoder hashes;

    InvitationStore(JdbcClient jdbc, PasswordEncoder hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
    }

    /** @param member whose place without an account is taken, or null */
    public record Invitation(
            HouseholdRef household, @Nullable UUID member) {}

    public void insert(TypedCode code, Invitation invitation, UUID by, OffsetDateTime end) {
        jdbc.sql("""
                        insert into account.household_invitation
                            (code_start, code_hash, community_id, household_id, member_id, invited_by, expires_at)
                        values (:start, :hash, :community, :household, :member, :by, :end)
                        """)
                .param("start", code.start())
                .param("hash", Objects.requireNonNull(hashes.encode(code.secret())))
                .param("community", invitation.household().community().value())
                .param("household", invitation.household().id())
                .param("member", invitation.member())
                .param("by", by)
                .param("end", end)
                .update();
    }

    /** Uses a code up, once. */
    public Optional<Invitation> use(TypedCode code, OffsetDateTime now) {
        return jdbc.sql("""
                        select code_hash
                        from account.household_invitation
                        where code_start = :start and used_at is null and expires_at > :now
                        """).param("start", code.start()).param("now", now).query(String.class).list().stream()
                .filter(hash -> hashes.matches(code.secret(), hash))
                .findFirst()
                .flatMap(hash -> use(hash, now));
    }

    private Optional<Invitation> use(String hash, OffsetDateTime now) {
        return jdbc.sql("""
                        update account.household_invitation
                        set used_at = :now
                        where code_hash = :hash and used_at is null
                        returning community_id, household_id, member_id
                        """)
                .param("now", now)
                .param("hash", hash)
                .query((row, number) -> new Invitation(
                        new HouseholdRef(
                                new CommunityId(row.getInt("community_id")), row.getObject("household_id", UUID.class)),
                        row.getObject("member_id", UUID.class)))
                .optional();
    }

    public int deleteOlderThan(OffsetDateTime moment) {
        return jdbc.sql("delete from account.household_invitation where expires_at < :moment")
                .param("moment", moment)
                .update();
    }
}
