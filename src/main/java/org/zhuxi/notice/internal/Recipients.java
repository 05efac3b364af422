package org.zhuxi.notice.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;

/** Who is told: the people with an account in households. */
@Component
public class Recipients {

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Person(HouseholdRef household, UUID account) {}

    /** The people of each household; one without any is missing. */
    public Map<HouseholdRef, List<UUID>> of(Collection<HouseholdRef> households) {
        return jdbc
                .sql("""
                        select person.community_id, person.household_id, person.account_id
                        from unnest(cast(:communities as integer[]), cast(:households as uuid[]))
                                 asked (community_id, household_id)
                        join account.v_household_person person
                          on person.community_id = asked.community_id and person.household_id = asked.household_id
                        """)
                .param(
                        "communities",
                        households.stream().map(ref -> ref.community().value()).toArray(Integer[]::new))
                .param("households", households.stream().map(HouseholdRef::id).toArray(UUID[]::new))
                .query((row, number) -> new Person(
                        new HouseholdRef(
                                new CommunityId(row.getInt("community_id")), row.getObject("household_id", UUID.class)),
                        row.getObject("account_id", UUID.class)))
                .list()
                .stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        Person::household, Collectors.mapping(Person::account, Collectors.toList())));
    }

    /** The households at or below a place in which somebody has an account. */
    List<HouseholdRef> householdsAt(CommunityId community, PlacePath at) {
        return jdbc.sql("""
                        select distinct household.household_id
                        from place.v_household household
                        join account.v_household_person person
                          on person.community_id = household.community_id
                         and person.household_id = household.household_id
                        where household.community_id = :community
                          and household.until is null
                          and (household.path = :path or household.path like :below)
                        """)
                .param("community", community.value())
                .param("path", at.value())
                .param("below", at.below())
                .query((row, number) -> new HouseholdRef(community, row.getObject("household_id", UUID.class)))
                .list();
    }

    /** The communities in which somebody of a household has an account. */
    List<CommunityId> communities() {
        return jdbc.sql("select distinct community_id from account.v_household_person order by community_id")
                .query((row, number) -> new CommunityId(row.getInt("community_id")))
                .list();
    }
}
