package org.zhuxi.account.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AgeBand;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.database.Rows;

/** Who lives in which household. */
@Component
public class MemberStore {

    private static final String PRESENT = """
            select member.community_id, member.household_id, member.id, member.account_id,
                   coalesce(account.name, member.nickname, '') as name, member.birth_year, member.guardian_id,
                   member.head, member.since
            from account.household_member member
            left join account.account account on account.id = member.account_id
            where member.since <= :day and (member.until is null or member.until > :day)
            """;

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A member about to be written. */
    public record Row(
            HouseholdRef household,
            UUID id,
            @Nullable UUID account,
            @Nullable String nickname,
            @Nullable Integer birthYear,
            @Nullable UUID guardian,
            boolean head,
            Origin origin) {}

    /** Those who live there, the head first, then in the order in which they came. */
    public List<HouseholdMember> list(HouseholdRef household, LocalDate day) {
        return jdbc.sql(PRESENT + """
                        and member.community_id = :community and member.household_id = :household
                        order by member.head desc, member.since, member.id
                        """)
                .param("day", day)
                .param("community", household.community().value())
                .param("household", household.id())
                .query((row, number) -> present(row, day))
                .list();
    }

    /** A person's places in households: an account's, or the one of a member without an account. */
    public List<HouseholdMember> listOfPerson(UUID person, LocalDate day) {
        return jdbc.sql(PRESENT + "and (member.account_id = :person or member.id = :person)")
                .param("day", day)
                .param("person", person)
                .query((row, number) -> present(row, day))
                .list();
    }

    public Optional<HouseholdMember> find(HouseholdRef household, UUID id, LocalDate day) {
        return list(household, day).stream()
                .filter(member -> member.id().equals(id))
                .findFirst();
    }

    public void insert(Collection<Row> rows, LocalDate since) {
        jdbc.sql("""
                        insert into account.household_member
                            (community_id, household_id, id, account_id, nickname, birth_year, guardian_id, head,
                             since, origin)
                        select added.community_id, added.household_id, added.id, added.account_id, added.nickname,
                               added.birth_year, added.guardian_id, added.head, :since, added.origin
                        from unnest(cast(:communities as integer[]), cast(:households as uuid[]), cast(:ids as uuid[]),
                                    cast(:accounts as uuid[]), :nicknames, cast(:years as smallint[]),
                                    cast(:guardians as uuid[]), cast(:heads as boolean[]), :origins)
                             as added (community_id, household_id, id, account_id, nickname, birth_year, guardian_id,
                                       head, origin)
                        """)
                .param("since", since)
                .param(
                        "communities",
                        Rows.texts(rows, row -> row.household().community().value()))
                .param("households", Rows.texts(rows, row -> row.household().id()))
                .param("ids", Rows.texts(rows, Row::id))
                .param("accounts", Rows.texts(rows, Row::account))
                .param("nicknames", Rows.texts(rows, Row::nickname))
                .param("years", Rows.texts(rows, Row::birthYear))
                .param("guardians", Rows.texts(rows, Row::guardian))
                .param("heads", Rows.texts(rows, Row::head))
                .param("origins", Rows.texts(rows, Row::origin))
                .update();
    }

    /** One change of a household's members after the other. */
    public void lock(HouseholdRef household) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('account.household_member'), hashtext(:household))")
                .param("household", household.id().toString())
                .query((row, number) -> number)
                .list();
    }

    /** Ends a membership; a nickname and a year of birth go with it, and minors are left without this guardian. */
    public void end(HouseholdRef household, UUID id, LocalDate on) {
        jdbc.sql("""
                        update account.household_member
                        set until = greatest(:on, since), head = false, nickname = null, birth_year = null,
                            guardian_id = null
                        where community_id = :community and household_id = :household and id = :id and until is null
                        """)
                .param("on", on)
                .param("community", household.community().value())
                .param("household", household.id())
                .param("id", id)
                .update();
    }

    /** Makes a member the head, and nobody else. */
    public void appointHead(HouseholdRef household, UUID id) {
        jdbc.sql("""
                        update account.household_member
                        set head = (id = :id)
                        where community_id = :community and household_id = :household and until is null
                        """)
                .param("id", id)
                .param("community", household.community().value())
                .param("household", household.id())
                .update();
    }

    public void setGuardian(HouseholdRef household, UUID minor, UUID guardian) {
        jdbc.sql("""
                        update account.household_member
                        set guardian_id = :guardian
                        where community_id = :community and household_id = :household and id = :id
                          and until is null and birth_year is not null
                        """)
                .param("guardian", guardian)
                .param("id", minor)
                .param("community", household.community().value())
                .param("household", household.id())
                .update();
    }

    /** A member without an account gets one; the nickname goes. */
    public void giveAccount(HouseholdRef household, UUID id, UUID account) {
        jdbc.sql("""
                        update account.household_member
                        set account_id = :account, nickname = null
                        where community_id = :community and household_id = :household and id = :id and until is null
                        """)
                .param("account", account)
                .param("id", id)
                .param("community", household.community().value())
                .param("household", household.id())
                .update();
    }

    /** Those who are surely of age have no guardian any more, and their year of birth is forgotten; answers how many. */
    public int forgetGrownUp(LocalDate today) {
        return jdbc.sql("""
                        update account.household_member
                        set birth_year = null, guardian_id = null
                        where birth_year < :year
                        """).param("year", today.getYear() - AgeBand.FULL_AGE).update();
    }

    /** Nobody has this account as guardian any more, also among those who left. */
    public void forgetWardsOf(UUID account) {
        jdbc.sql("""
                        update account.household_member ward
                        set guardian_id = null
                        from account.household_member guardian
                        where guardian.account_id = :account
                          and ward.community_id = guardian.community_id
                          and ward.household_id = guardian.household_id
                          and ward.guardian_id = guardian.id
                        """).param("account", account).update();
    }

    private static HouseholdMember present(java.sql.ResultSet row, LocalDate day) throws java.sql.SQLException {
        return new HouseholdMember(
                row.getObject("id", UUID.class),
                new HouseholdRef(
                        new CommunityId(row.getInt("community_id")), row.getObject("household_id", UUID.class)),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                AgeBand.of(row.getObject("birth_year", Integer.class), day),
                row.getObject("guardian_id", UUID.class),
                row.getBoolean("head"),
                row.getObject("since", LocalDate.class));
    }
}
