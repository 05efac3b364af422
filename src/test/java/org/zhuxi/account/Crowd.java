package org.zhuxi.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/** Makes people with names that no other test uses. */
final class Crowd {

    static final String PASSWORD = "bamboo-grove-7";
    static final Actor OPERATOR =
            new Actor(Ids.next(), "系统管理员", Set.of(new Grant(Role.OPERATOR, PlacePath.NATION)), Set.of(), null);
    static final PlacePath HERE = new PlacePath("/32/3210/321003/321003010/321003010901");
    static final PlacePath THERE = new PlacePath("/32/3210/321003/321003010/321003010902");

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Crowd() {}

    static NewAccount person(Grant... grants) {
        return person(Set.of(), grants);
    }

    static NewAccount person(Set<HouseholdRef> households, Grant... grants) {
        var number = COUNTER.incrementAndGet();
        return new NewAccount(
                "person-" + number,
                "138%08d".formatted(number),
                "甲" + number,
                PASSWORD,
                Set.of(grants),
                households,
                Origin.SYNTHETIC);
    }

    static NewAccount opened(Accounts accounts, Grant... grants) {
        var person = person(grants);
        accounts.open(OPERATOR, List.of(person));
        return person;
    }

    /** A passkey that no device has: it is there, and signs nobody in. */
    static UUID addPasskey(JdbcClient jdbc, Actor owner) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into account.passkey (credential_id, id, account_id, label, public_key, signature_count,
                            uv_initialized, backup_eligible, backup_state, transports, attestation, client_data, created_at)
                        values (uuid_send(:id), :id, :account, '旧手机', decode('01', 'hex'), 0, true, false, false, '', decode('01', 'hex'), decode('01', 'hex'), now())
                        """).param("id", id).param("account", owner.account()).update();
        return id;
    }
}
