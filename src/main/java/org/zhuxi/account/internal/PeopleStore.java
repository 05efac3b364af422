package org.zhuxi.account.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Person;
import org.zhuxi.account.Person.HeldRole;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/** People by the places in which they have roles. */
@Component
public class PeopleStore {

    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order of user name, from behind one. */
    public List<Person> list(PlacePath at, String query, LocalDate day, int limit, @Nullable String after) {
        var rows = jdbc.sql("""
                        with held as (
                            select *
                            from account.role_grant
                            where (place_path = :at or place_path like :below)
                              and valid_from <= :day and (valid_to is null or valid_to > :day)
                        ),
                        people as (
                            select id, username, name
                            from account.account
                            where id in (select account_id from held)
                              and username > :after
                              and (strpos(username, :query) > 0 or strpos(lower(name), :query) > 0 or phone = :query)
                            order by username
                            limit :limit
                        )
                        select people.id, people.username, people.name, held.role, held.place_path,
                               held.organisation, held.valid_to
                        from people
                        join held on held.account_id = people.id
                        order by people.username, held.place_path, held.role
                        """)
                .param("at", at.value())
                .param("below", at.below())
                .param("day", day)
                .param("query", query)
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(Row.class)
                .list();
        return collect(rows);
    }

    /** Open accounts with one of these roles at a place or above it. */
    public Set<UUID> holding(PlacePath at, Set<Role> roles, LocalDate day) {
        return Set.copyOf(jdbc.sql("""
                        select distinct held.account_id
                        from account.role_grant held
                        join account.account account on account.id = held.account_id
                        where held.place_path = any(:paths)
                          and held.role = any(:roles)
                          and held.valid_from <= :day and (held.valid_to is null or held.valid_to > :day)
                          and account.active
                        """)
                .param("paths", at.andAbove().stream().map(PlacePath::value).toArray(String[]::new))
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("day", day)
                .query(UUID.class)
                .list());
    }

    private record Row(
            UUID id,
            String username,
            String name,
            String role,
            String placePath,
            @Nullable String organisation,
            @Nullable LocalDate validTo) {}

    private static List<Person> collect(List<Row> rows) {
        var people = new LinkedHashMap<UUID, Person>();
        for (var row : rows) {
            var role = new HeldRole(
                    new Grant(Role.valueOf(row.role()), new PlacePath(row.placePath())),
                    row.organisation(),
                    row.validTo());
            people.merge(
                    row.id(),
                    new Person(row.id(), row.username(), row.name(), List.of(role)),
                    (known, more) -> withRole(known, role));
        }
        return List.copyOf(people.values());
    }

    private static Person withRole(Person person, HeldRole role) {
        var roles = new ArrayList<>(person.roles());
        roles.add(role);
        return new Person(person.id(), person.username(), person.name(), roles);
    }
}
