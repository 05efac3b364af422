package org.zhuxi.account.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.database.Rows;

/** Accounts by the place in which they hold a role. */
@Repository
public class RoleHolderStore {

    private final JdbcClient jdbc;

    RoleHolderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those at the longest path among a place and those above it at which one of the roles is held. */
    public Set<UUID> closest(PlacePath place, Collection<Role> roles, LocalDate day) {
        return jdbc.sql("""
                        with held as (
                            select g.account_id, length(g.place_path) as depth
                            from account.role_grant g
                            join account.account a on a.id = g.account_id
                            where g.place_path = any(cast(:paths as text[]))
                              and g.role = any(cast(:roles as text[]))
                              and g.valid_from <= :day
                              and (g.valid_to is null or g.valid_to > :day)
                              and a.active
                        )
                        select account_id
                        from held
                        where depth = (select max(depth) from held)
                        """)
                .param("paths", Rows.texts(place.andAbove(), PlacePath::value))
                .param("roles", Rows.texts(roles, Role::name))
                .param("day", day)
                .query(UUID.class)
                .set();
    }
}
