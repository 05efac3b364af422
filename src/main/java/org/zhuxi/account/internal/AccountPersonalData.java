package org.zhuxi.account.internal;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.acting.ActingStore;
import org.zhuxi.kernel.Audited;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;

/** The account itself: names, roles, households, consent, tokens, and what the audit says. */
@Component
class AccountPersonalData implements PersonalData {

    private static final int MOST_AUDIT_LINES = 100_000;

    private final JdbcClient jdbc;
    private final MemberStore members;
    private final MemberDesk desk;
    private final MemberRights rights;
    private final ConsentBook consents;
    private final ConsentStore consentStore;
    private final ErasureStore erasures;
    private final TokenStore tokens;
    private final AuditStore audit;
    private final ActingStore acting;
    private final Actors actors;
    private final ApplicationEventPublisher events;

    AccountPersonalData(
            JdbcClient jdbc,
            MemberStore members,
            MemberDesk desk,
            MemberRights rights,
            ConsentBook consents,
            ConsentStore consentStore,
            ErasureStore erasures,
            TokenStore tokens,
            AuditStore audit,
            ActingStore acting,
            Actors actors,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.members = members;
        this.desk = desk;
        this.rights = rights;
        this.consents = consents;
        this.consentStore = consentStore;
        this.erasures = erasures;
        this.tokens = tokens;
        this.audit = audit;
        this.acting = acting;
        this.actors = actors;
        this.events = events;
    }

    @Override
    public String module() {
        return "account";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        var account = subject.account();
        select(archive, "profile", List.of("id", "username", "phone", "name", "origin", "created_at"), """
                select id, username, phone, name, origin, created_at from account.account where id = :account
                """, account);
        select(archive, "roles", List.of("role", "place_path", "organisation", "valid_from", "valid_to"), """
                select role, place_path, organisation, valid_from, valid_to
                from account.role_grant where account_id = :account order by valid_from, id
                """, account);
        select(
                archive,
                "household-members",
                List.of("household_id", "id", "is_me", "name", "birth_year", "guardian_id", "head", "since", "until"),
                """
                select member.household_id, member.id, member.account_id is not distinct from :account,
                       coalesce(member.nickname, account.name), member.birth_year, member.guardian_id, member.head,
                       member.since, member.until
                from account.household_member own
                join account.household_member member
                  on member.community_id = own.community_id and member.household_id = own.household_id
                left join account.account account on account.id = member.account_id
                where own.account_id = :account and own.until is null
                order by member.household_id, member.since, member.id
                """,
                account);
        archive.table("consents", List.of("purpose", "version", "given", "way", "note", "at"), sink -> {
            for (var event : consents.list(account)) {
                sink.row(event.purpose(), event.version(), event.given(), event.way(), event.note(), event.at());
            }
        });
        select(
                archive,
                "acting",
                List.of("for", "by", "scopes", "way", "note", "given_at", "until", "ended_at"),
                """
                select coalesce(person.name, ''), coalesce(helper.name, ''), array_to_string(consent.scopes, ' '),
                       consent.way, case when consent.account_id = :account then consent.note else '' end,
                       consent.given_at, consent.until, consent.ended_at
                from account.acting_consent consent
                left join account.account person on person.id = consent.account_id
                left join account.account helper on helper.id = consent.helper_id
                where :account in (consent.account_id, consent.helper_id)
                order by consent.id
                """,
                account);
        archive.table("tokens", List.of("label", "scopes", "created_at", "expires_at", "last_used_day"), sink -> {
            for (var token : tokens.list(account)) {
                sink.row(
                        token.label(),
                        String.join(" ", token.scopes()),
                        token.createdAt(),
                        token.expiresAt(),
                        token.lastUsedDay());
            }
        });
        for (var table : SignInTables.ALL) {
            select(archive, table.name(), table.columns(), table.sql(), account);
        }
        select(
                archive,
                "audit",
                List.of("at", "action", "subject", "place_path", "detail"),
                """
                select at, action, subject, place_path, detail
                from account.audit_entry where account_id = :account order by day, id limit %d
                """.formatted(MOST_AUDIT_LINES),
                account);
        archive.table("looks", List.of("at", "household_id", "who", "action", "what"), sink -> {
            for (var household : subject.actor().households()) {
                var place = rights.getPlace(household.id());
                for (var look : audit.looks(household, place.path(), MOST_AUDIT_LINES, null)) {
                    sink.row(look.at(), household.id(), look.name(), look.action(), look.detail());
                }
            }
        });
    }

    @Override
    public void erase(DataSubject subject) {
        var account = subject.account();
        for (var member : members.listOfPerson(account, actors.today())) {
            members.lock(member.household());
            if (desk.removeErased(member.household(), member)) {
                var place = rights.getPlace(member.household().id());
                var id = member.household().id().toString();
                events.publishEvent(new Audited(subject.actor(), "household.without-members", id, place.path(), ""));
            }
        }
        consentStore.forgetNotes(account);
        members.forgetWardsOf(account);
        acting.forgetHelper(account);
        erasures.deleteAccount(account);
    }

    @Override
    public List<String> removes() {
        return List.of(
                "account.erasure.removes.names", "account.erasure.removes.roles", "account.erasure.removes.tokens");
    }

    @Override
    public List<String> keeps() {
        return List.of("account.erasure.keeps.audit", "account.erasure.keeps.consents");
    }

    private void select(PersonalArchive archive, String name, List<String> columns, String sql, UUID account)
            throws IOException {
        archive.table(name, columns, sink -> {
            var rows = jdbc.sql(sql)
                    .param("account", account)
                    .query((row, number) -> {
                        var cells = new Object[columns.size()];
                        for (var i = 0; i < cells.length; i++) {
                            cells[i] = row.getObject(i + 1);
                        }
                        return cells;
                    })
                    .list();
            for (var cells : rows) {
                sink.row(cells);
            }
        });
    }
}
