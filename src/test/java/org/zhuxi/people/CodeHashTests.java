package org.zhuxi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.Identities;
import org.zhuxi.account.SignInHelp;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Codes that people type are kept so that whoever has the database cannot try them out. */
@ZhuxiTest
@Import(World.class)
class CodeHashTests {

    private static final String SLOW = "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$";

    private final World worlds;
    private final Accounts accounts;
    private final HouseholdMembers members;
    private final Identities identities;
    private final SignInHelp help;
    private final JdbcClient jdbc;
    private World.Made world;

    CodeHashTests(
            World worlds,
            Accounts accounts,
            HouseholdMembers members,
            Identities identities,
            SignInHelp help,
            JdbcClient jdbc) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.members = members;
        this.identities = identities;
        this.help = help;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void settle() {
        world = worlds.make(2);
    }

    @Test
    void anInvitationIsFoundByItsBeginningAndTheRestIsHashedSlowly() {
        var family = Family.in(world, 1, accounts);
        var first = members.invite(family.head(accounts), family.id(), null);
        var second = members.invite(family.head(accounts), family.id(), null);

        assertThat(first).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(kept("select code_hash from account.household_invitation where code_start = :key", first))
                .startsWith(SLOW);
        var sameStart = first.substring(0, 4) + second.substring(4);
        jdbc.sql("update account.household_invitation set code_start = :start where code_start = :other")
                .param("start", first.substring(0, 4))
                .param("other", second.substring(0, 4))
                .update();
        assertThat(members.join(accounts.actorOf(world.username("steward")), sameStart)
                        .id())
                .as("two codes that begin alike are told apart")
                .isEqualTo(family.id());
        assertThat(jdbc.sql(
                                "select count(*) from account.household_invitation where code_start = :start and used_at is null")
                        .param("start", first.substring(0, 4))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void soIsTheCodeOfAnIdentityThatWaits() {
        var code = identities.await("town", "subject " + UUID.randomUUID());

        assertThat(kept("select code_hash from account.waiting_identity where code_start = :key", code))
                .startsWith(SLOW);
        assertThat(identities.findProvider(code.toLowerCase(java.util.Locale.ROOT)))
                .contains("town");
        assertThat(identities.findProvider(code.substring(0, 4) + "-0000-0000")).isEmpty();
        assertThat(identities.findProvider("")).isEmpty();
    }

    @Test
    void soIsACodeForANewPassword() {
        var resident = accounts.actorOf(world.username("steward")).account();
        help.giveResetCode(accounts.actorOf(world.username("head")), resident);

        assertThat(jdbc.sql("select code_hash from account.reset_code where account_id = :account")
                        .param("account", resident)
                        .query(String.class)
                        .single())
                .startsWith(SLOW);
    }

    private String kept(String sql, String code) {
        return jdbc.sql(sql)
                .param("key", code.substring(0, 4))
                .query(String.class)
                .single();
    }
}
