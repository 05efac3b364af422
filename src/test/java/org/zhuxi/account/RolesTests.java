package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.Owner;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class RolesTests {

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    RolesTests(
            Accounts accounts,
            JdbcClient jdbc,
            FlywayConnectionDetails owner,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.owner = Owner.of(owner);
        this.events = events;
        this.transactions = transactions;
    }

    @Test
    void opensManyAccountsInOrderWithRolesAndHouseholds() {
        var home = new HouseholdRef(new CommunityId(77), Ids.next());
        var head = Crowd.person(Set.of(home), new Grant(Role.HOUSEHOLD_HEAD, Crowd.HERE));
        var clerk = Crowd.person(new Grant(Role.COMMUNITY_CLERK, Crowd.HERE));

        var ids = accounts.open(Crowd.OPERATOR, List.of(head, clerk));

        var first = accounts.actorOf(head.username());
        assertThat(first.account()).isEqualTo(ids.getFirst());
        assertThat(first.belongsTo(home)).isTrue();
        assertThat(accounts.actorOf(String.valueOf(clerk.phone())).account()).isEqualTo(ids.getLast());
        assertThat(accounts.actorOf(clerk.username()).grants())
                .containsExactly(new Grant(Role.COMMUNITY_CLERK, Crowd.HERE));
        assertThat(hashesOf(ids)).doesNotHaveDuplicates().allMatch(hash -> hash.startsWith("{argon2id}$argon2id$"));
    }

    @Test
    void refusesANameOrPhoneThatSomebodyHas() {
        var known = Crowd.opened(accounts);
        var twin = new NewAccount(
                "another-" + known.username(), known.phone(), "乙", Crowd.PASSWORD, Set.of(), Set.of(), known.origin());

        assertThatThrownBy(() -> accounts.open(Crowd.OPERATOR, List.of(known)))
                .isInstanceOf(AccountRefused.NameTaken.class);
        assertThatThrownBy(() -> accounts.open(Crowd.OPERATOR, List.of(Crowd.person(), twin)))
                .isInstanceOf(AccountRefused.NameTaken.class);
    }

    @Test
    void letsAHeadGiveRolesInOwnCommunityOnly() {
        var head = accounts.actorOf(Crowd.opened(accounts, new Grant(Role.COMMUNITY_HEAD, Crowd.HERE))
                .username());
        var person = Crowd.opened(accounts).username();
        var steward = new Grant(Role.STEWARD, Crowd.HERE.child("Q1"));

        accounts.grant(head, person, steward, null, null);
        assertThat(accounts.actorOf(person).grants()).containsExactly(steward);
        accounts.grant(head, person, steward, null, null);
        accounts.revoke(head, person, steward);
        assertThat(accounts.actorOf(person).grants()).isEmpty();

        assertThatThrownBy(() -> accounts.grant(head, person, new Grant(Role.STEWARD, Crowd.THERE), null, null))
                .isInstanceOf(AccountRefused.PlaceOutOfReach.class);
        assertThatThrownBy(() -> accounts.grant(head, person, new Grant(Role.OPERATOR, Crowd.HERE), null, null))
                .isInstanceOf(AccountRefused.RoleOutOfReach.class);
        assertThatThrownBy(() -> accounts.grant(head, "nobody-here", steward, null, null))
                .isInstanceOf(AccountRefused.Unknown.class);
    }

    @Test
    void keepsWhoGaveAndTookARole() {
        var person = Crowd.opened(accounts).username();
        var steward = new Grant(Role.STEWARD, Crowd.HERE);
        accounts.grant(Crowd.OPERATOR, person, steward, null, null);
        accounts.revoke(Crowd.OPERATOR, person, steward);

        assertThat(jdbc.sql("select action from account.audit_entry where subject = :person order by id")
                        .param("person", accounts.actorOf(person).account().toString())
                        .query(String.class)
                        .list())
                .containsExactly("account.open", "account.role.give", "account.role.take");
    }

    @Test
    void writesTheAuditWithWhatItIsAboutOrNotAtAll() {
        var subject = UUID.randomUUID().toString();
        var audited = new Audited(Crowd.OPERATOR, "test.undone", subject, PlacePath.NATION, "");

        transactions.executeWithoutResult(status -> {
            events.publishEvent(audited);
            status.setRollbackOnly();
        });
        assertThat(entriesAbout(subject)).isZero();

        transactions.executeWithoutResult(status -> events.publishEvent(audited));
        assertThat(entriesAbout(subject)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update account.audit_entry set detail = ''",
                "delete from account.audit_entry",
                "truncate account.audit_entry"
            })
    void neverChangesTheAuditNotEvenAsItsOwner(String change) {
        assertThatThrownBy(() -> owner.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(change.startsWith("truncate") ? "permission denied" : "append-only");
    }

    private int entriesAbout(String subject) {
        return jdbc.sql("select count(*) from account.audit_entry where subject = :subject")
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }

    private List<String> hashesOf(List<UUID> ids) {
        return jdbc.sql("select password_hash from account.account where id in (:ids)")
                .param("ids", ids)
                .query(String.class)
                .list();
    }
}
