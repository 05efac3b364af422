package org.zhuxi.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What the street watches. */
@ZhuxiTest
@Import(World.class)
class WatchTests {

    private final RequestWatch watch;
    private final Requests requests;
    private final RequestDesk desk;
    private final JdbcClient jdbc;
    private final World.Made made;
    private final Actor clerk;
    private final Actor street;

    WatchTests(
            RequestWatch watch, Requests requests, RequestDesk desk, JdbcClient jdbc, World world, Accounts accounts) {
        this.watch = watch;
        this.requests = requests;
        this.desk = desk;
        this.jdbc = jdbc;
        made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        street = new Actor(Ids.next(), "", Set.of(new Grant(Role.STREET_OFFICER, made.path())), Set.of(), null);
    }

    private UUID overdue(int days) {
        var id = requests.report(Actor.VISITOR, Reports.of(made, "POTHOLE", "坑洼" + days, "", true), Origin.RECORDED)
                .id();
        jdbc.sql("""
                        update request.request
                        set received_on = received_on - :days, respond_due_on = respond_due_on - :days, due_on = due_on - :days,
                            escalated_on = received_on
                        where id = :id
                        """).param("days", days).param("id", id).update();
        return id;
    }

    @Test
    void listsTheLongestOverdueFirstPageByPage() {
        var young = overdue(40);
        var old = overdue(60);
        requests.report(Actor.VISITOR, Reports.light(made), Origin.RECORDED);

        var first = watch.list(street, made.path(), 1, null);
        assertThat(first.items()).extracting(ServiceRequest::id).containsExactly(old);
        var second = watch.list(street, made.path(), 1, first.next());
        assertThat(second.items()).extracting(ServiceRequest::id).containsExactly(young);
        assertThat(second.next()).isNull();
        assertThat(watch.list(street, made.path(), 9, "+999999999-01-01_x").items())
                .as("a key that cannot be read begins anew")
                .hasSize(2);
        assertThat(watch.places(street, made.path())).containsExactly(new WatchedPlace(made.communityCode(), 3, 2, 2));
    }

    @Test
    void forgetsWhatIsAnswered() {
        var id = overdue(40);
        desk.move(clerk, id, RequestState.DISPATCHED, "", "");
        desk.move(clerk, id, RequestState.IN_HAND, "", "");
        assertThat(watch.count(made.path())).isEqualTo(1);
        desk.move(clerk, id, RequestState.ANSWERED, "已补好", "");

        assertThat(watch.count(made.path())).isZero();
        assertThatThrownBy(() -> watch.list(clerk, made.path(), 9, null)).isInstanceOf(Refused.Forbidden.class);
    }
}
