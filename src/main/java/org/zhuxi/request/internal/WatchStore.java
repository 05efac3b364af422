package org.zhuxi.request.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Typed;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.WatchedPlace;

/** Reads what is watched from above. */
@Repository
public class WatchStore {

    private static final String WATCHED = """
            (place_path = :path or place_path like :below)
            and state in %s
            and escalated_on is not null
            """.formatted(RequestStore.OWED);

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page goes on: by the day on which the answer was due, and the id. */
    public record Key(LocalDate due, UUID id) {

        private static final Key FIRST = new Key(LocalDate.of(1900, 1, 1), new UUID(0, 0));

        /** A key as it stands in an address; the beginning when it cannot be read. */
        public static Key read(@Nullable String typed) {
            var parts = typed == null ? new String[0] : typed.split("_", 2);
            if (parts.length < 2) {
                return FIRST;
            }
            try {
                return new Key(Typed.day("after", parts[0]), UUID.fromString(parts[1]));
            } catch (Mistyped | IllegalArgumentException e) {
                return FIRST;
            }
        }

        public static String of(ServiceRequest it) {
            return it.due() + "_" + it.id();
        }
    }

    public List<ServiceRequest> list(PlacePath at, int limit, Key after) {
        return jdbc.sql("""
                        select *
                        from request.request
                        where %s
                        and (due_on, id) > (:due, :id)
                        order by due_on, id
                        limit :limit
                        """.formatted(WATCHED))
                .param("path", at.value())
                .param("below", at.below())
                .param("due", after.due())
                .param("id", after.id())
                .param("limit", limit)
                .query(RequestStore::read)
                .list();
    }

    public List<WatchedPlace> places(PlacePath at, LocalDate today, int limit) {
        return jdbc.sql("""
                        select left(place, 12) as place, count(*) as owed, count(*) filter (where due_on < :today) as late,
                            count(*) filter (where escalated_on is not null) as watched
                        from request.request
                        where (place_path = :path or place_path like :below)
                        and state in %s
                        group by left(place, 12)
                        order by watched desc, late desc, owed desc, place
                        limit :limit
                        """.formatted(RequestStore.OWED))
                .param("path", at.value())
                .param("below", at.below())
                .param("today", today)
                .param("limit", limit)
                .query(WatchedPlace.class)
                .list();
    }

    public long count(PlacePath at) {
        return jdbc.sql("select count(*) from request.request where " + WATCHED)
                .param("path", at.value())
                .param("below", at.below())
                .query(Long.class)
                .single();
    }
}
