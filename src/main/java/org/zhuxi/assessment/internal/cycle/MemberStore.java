package org.zhuxi.assessment.internal.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** The communities of a cycle, as the registers had them when it was opened. */
@Repository
public class MemberStore {

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line of a register.
     *
     * @param community number of the community, or 0 for a place of which only the number of communities is known
     * @param communities how many it stands for
     */
    public record Member(
            int community, String place, PlacePath path, Names names, boolean urban, long communities, UUID register) {}

    public void insert(UUID cycle, List<Member> members) {
        jdbc.sql("""
                        insert into assessment.cycle_member
                            (community_id, cycle_id, place, path, name_zh, name_en, urban, communities, register_id)
                        select item.community_id, :cycle, item.place, item.path, item.zh, item.en, item.urban,
                            item.communities, item.register_id
                        from unnest(cast(:numbers as integer[]), cast(:places as text[]), cast(:paths as text[]),
                            cast(:zh as text[]), cast(:en as text[]), cast(:urban as boolean[]),
                            cast(:communities as bigint[]), cast(:registers as uuid[]))
                            as item (community_id, place, path, zh, en, urban, communities, register_id)
                        on conflict do nothing
                        """)
                .param("cycle", cycle)
                .param("numbers", Rows.texts(members, Member::community))
                .param("places", Rows.texts(members, Member::place))
                .param("paths", Rows.texts(members, member -> member.path().value()))
                .param("zh", Rows.texts(members, member -> member.names().zh()))
                .param("en", Rows.texts(members, member -> member.names().en()))
                .param("urban", Rows.texts(members, Member::urban))
                .param("communities", Rows.texts(members, Member::communities))
                .param("registers", Rows.texts(members, Member::register))
                .update();
    }

    public Optional<Member> find(UUID cycle, int community) {
        return jdbc.sql("""
                        select *
                        from assessment.cycle_member
                        where cycle_id = :cycle and community_id = :community
                        """)
                .param("cycle", cycle)
                .param("community", community)
                .query((row, number) -> member(row))
                .optional();
    }

    /** Urban communities that have not enrolled, in order of code. */
    public List<Member> listNotEnrolled(UUID cycle, PlacePath at, int limit, @Nullable String after) {
        return notEnrolled(cycle, at, """
                        and (cast(:after as text) is null or member.place > :after)
                        order by member.place
                        limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> member(row))
                .list();
    }

    /** All of them, in the order in which communities are stored. */
    public List<Member> listNotEnrolled(UUID cycle, PlacePath at) {
        return notEnrolled(cycle, at, "order by member.community_id")
                .query((row, number) -> member(row))
                .list();
    }

    private JdbcClient.StatementSpec notEnrolled(UUID cycle, PlacePath at, String further) {
        return jdbc.sql("""
                        select member.*
                        from assessment.cycle_member member
                        where member.cycle_id = :cycle
                        and (member.path = :path or member.path like :below)
                        and member.urban
                        and member.community_id > 0
                        and not exists (
                            select from assessment.assessment
                            where assessment.community_id = member.community_id
                            and assessment.cycle_id = member.cycle_id
                            and assessment.state <> 'WITHDRAWN')
                        """ + further)
                .param("cycle", cycle)
                .param("path", at.value())
                .param("below", at.below());
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getInt("community_id"),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                Rows.names(row),
                row.getBoolean("urban"),
                row.getLong("communities"),
                row.getObject("register_id", UUID.class));
    }
}
