package org.zhuxi.account.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/** Accounts with their names, roles and households. */
@Component
public class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account as it is kept. @param passwordHash null when no password signs in */
    public record Account(
            UUID id, String username, String name, @Nullable String passwordHash, boolean active) {}

    /** An account about to be written. */
    public record Opened(UUID id, NewAccount account, String passwordHash) {}

    /** By user name or phone number, in small letters. */
    public Optional<Account> findByName(String name) {
        return jdbc.sql("""
                        select account.id, account.username, account.name, account.password_hash, account.active
                        from account.sign_in_name sign_in
                        join account.account account on account.id = sign_in.account_id
                        where sign_in.name = :name
                        """).param("name", name).query(Account.class).optional();
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql("select id, username, name, password_hash, active from account.account where id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    /** Whether a password signs in; the account is locked until the transaction ends, so that one way in stays. */
    public boolean lockPassword(UUID account) {
        return jdbc.sql("select password_hash is not null from account.account where id = :id for update")
                .param("id", account)
                .query(Boolean.class)
                .single();
    }

    /** @param hash null when no password is to sign in */
    public void setPassword(UUID account, @Nullable String hash) {
        jdbc.sql("update account.account set password_hash = :hash where id = :account")
                .param("hash", hash)
                .param("account", account)
                .update();
    }

    public @Nullable String findPhone(UUID account) {
        return jdbc.sql("select phone from account.account where id = :id")
                .param("id", account)
                .query((row, number) -> Optional.ofNullable(row.getString("phone")))
                .optional()
                .flatMap(phone -> phone)
                .orElse(null);
    }

    public Set<Grant> listGrants(UUID account, LocalDate day) {
        return jdbc
                .sql("""
                        select role, place_path
                        from account.role_grant
                        where account_id = :account and valid_from <= :day and (valid_to is null or valid_to > :day)
                        """)
                .param("account", account)
                .param("day", day)
                .query((row, number) ->
                        new Grant(Role.valueOf(row.getString("role")), new PlacePath(row.getString("place_path"))))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    public Set<HouseholdRef> listHouseholds(UUID account, LocalDate day) {
        return jdbc
                .sql("""
                        select community_id, household_id
                        from account.household_member
                        where account_id = :account and since <= :day and (until is null or until > :day)
                        """)
                .param("account", account)
                .param("day", day)
                .query((row, number) -> new HouseholdRef(
                        new CommunityId(row.getInt("community_id")), row.getObject("household_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Which of the names somebody has. */
    public Set<String> findTaken(Collection<String> names) {
        return jdbc.sql("select name from account.sign_in_name where name = any(:names)")
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    public void insert(List<Opened> opened, OffsetDateTime now) {
        jdbc.sql("""
                        insert into account.account (id, username, phone, name, password_hash, origin, created_at)
                        select cast(added.id as uuid), added.username, added.phone, added.name, added.hash,
                               added.origin, :now
                        from unnest(:ids, :usernames, :phones, :names, :hashes, :origins)
                             as added (id, username, phone, name, hash, origin)
                        """)
                .param("now", now)
                .param("ids", texts(opened, Opened::id))
                .param("usernames", texts(opened, row -> row.account().username()))
                .param("phones", texts(opened, row -> row.account().phone()))
                .param("names", texts(opened, row -> row.account().name()))
                .param("hashes", texts(opened, Opened::passwordHash))
                .param("origins", texts(opened, row -> row.account().origin()))
                .update();
    }

    public void insertNames(List<Opened> opened) {
        jdbc.sql("""
                        insert into account.sign_in_name (name, account_id)
                        select added.name, cast(added.account_id as uuid)
                        from unnest(:names, :phones, :ids) as account (username, phone, account_id)
                        cross join lateral (values (account.username, account.account_id),
                                                   (account.phone, account.account_id)) as added (name, account_id)
                        where added.name is not null
                        """)
                .param("names", texts(opened, row -> row.account().username()))
                .param("phones", texts(opened, row -> row.account().phone()))
                .param("ids", texts(opened, Opened::id))
                .update();
    }

    public void insertMemberships(List<Opened> opened, LocalDate since) {
        var rows = opened.stream()
                .flatMap(row -> row.account().households().stream()
                        .map(household -> new Member(
                                row.id(),
                                household,
                                isHead(row.account(), household),
                                row.account().origin())))
                .toList();
        jdbc.sql("""
                        insert into account.household_member
                            (community_id, household_id, id, account_id, head, since, origin)
                        select added.community_id, added.household_id, added.id, added.account_id, added.head, :since,
                               added.origin
                        from unnest(cast(:communities as integer[]), cast(:households as uuid[]), cast(:ids as uuid[]),
                                    cast(:accounts as uuid[]), cast(:heads as boolean[]), :origins)
                             as added (community_id, household_id, id, account_id, head, origin)
                        """)
                .param("since", since)
                .param("ids", texts(rows, row -> Ids.next()))
                .param("origins", texts(rows, Member::origin))
                .param("accounts", texts(rows, Member::account))
                .param(
                        "communities",
                        texts(rows, row -> row.household().community().value()))
                .param("households", texts(rows, row -> row.household().id()))
                .param("heads", texts(rows, Member::head))
                .update();
    }

    /** Gives roles that the accounts do not have in those places yet; answers how many were new. */
    public int insertGrants(List<Granted> granted, LocalDate from) {
        return jdbc.sql("""
                        insert into account.role_grant
                            (account_id, id, role, place_path, organisation, valid_from, valid_to)
                        select added.account_id, added.id, added.role, added.place_path, added.organisation, :from,
                               added.valid_to
                        from unnest(cast(:accounts as uuid[]), cast(:ids as uuid[]), :roles, :places, :organisations,
                                    cast(:ends as date[]))
                             as added (account_id, id, role, place_path, organisation, valid_to)
                        on conflict do nothing
                        """)
                .param("from", from)
                .param("accounts", texts(granted, Granted::account))
                .param("ids", texts(granted, row -> Ids.next()))
                .param("roles", texts(granted, row -> row.grant().role()))
                .param("places", texts(granted, row -> row.grant().place().value()))
                .param("organisations", texts(granted, Granted::organisation))
                .param("ends", texts(granted, Granted::validTo))
                .update();
    }

    /** Ends a role on a day; the row stays. Answers false when the account does not have it. */
    public boolean endGrant(UUID account, Grant grant, LocalDate on) {
        return jdbc.sql("""
                        update account.role_grant
                        set valid_to = greatest(:on, valid_from)
                        where account_id = :account and role = :role and place_path = :place
                          and (valid_to is null or valid_to > :on)
                        """)
                        .param("on", on)
                        .param("account", account)
                        .param("role", grant.role().name())
                        .param("place", grant.place().value())
                        .update()
                > 0;
    }

    /** Ends roles in a place whose holders have the same role at another path already. */
    public void endTwins(PlacePath from, PlacePath to, LocalDate on) {
        jdbc.sql("""
                        update account.role_grant g
                        set valid_to = greatest(:on, g.valid_from)
                        where (g.place_path = :from or g.place_path like :below)
                          and g.valid_to is null
                          and exists (
                              select from account.role_grant twin
                              where twin.account_id = g.account_id and twin.role = g.role and twin.valid_to is null
                                and twin.place_path = :to || substr(g.place_path, length(:from) + 1))
                        """)
                .param("on", on)
                .param("from", from.value())
                .param("below", from.below())
                .param("to", to.value())
                .update();
    }

    /** A role given to an account. */
    public record Granted(
            UUID account,
            Grant grant,
            @Nullable String organisation,
            @Nullable LocalDate validTo) {}

    private record Member(UUID account, HouseholdRef household, boolean head, Origin origin) {}

    private static boolean isHead(NewAccount account, HouseholdRef household) {
        return account.grants().stream().anyMatch(grant -> grant.role() == Role.HOUSEHOLD_HEAD)
                && account.households().contains(household);
    }

    private static <T> @Nullable String[] texts(List<T> rows, java.util.function.Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    var value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}
