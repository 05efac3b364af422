package org.zhuxi.indicator;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.database.Rows;

/** Values that are made up for a trial of size: measures at every community of a register that is made up as well. */
@Service
public class SyntheticValues {

    private final JdbcClient jdbc;
    private final Registers registers;
    private final Clock clock;

    SyntheticValues(JdbcClient jdbc, Registers registers, Clock clock) {
        this.jdbc = jdbc;
        this.registers = registers;
        this.clock = clock;
    }

    /**
     * What a measure is given.
     *
     * @param least smallest value
     * @param most largest value, not less
     */
    public record Drawn(String measure, long least, long most) {}

    /**
     * Gives measures a verified value at each community of a register, evenly spread between two bounds and the same each time;
     * communities that have one keep it. Nothing is rolled up.
     *
     * @param checker whoever is said to have verified the values; not the actor
     * @param register one whose origin is SYNTHETIC
     * @return how many values were added
     * @throws Refused.Forbidden when the register is not made up, or the actor may not enter values in its place
     */
    @Transactional
    public int fill(Actor actor, UUID checker, UUID register, List<Drawn> drawn) {
        var snapshot = registers.get(register);
        actor.require(IndicatorPermissions.ENTER, snapshot.scope());
        if (snapshot.origin() != Origin.SYNTHETIC) {
            throw new Refused.Forbidden(IndicatorPermissions.ENTER.code());
        }
        var now = clock.instant();
        // in the order of paths and with rising ids (UUID version 7, numbered), for then all indexes grow at one end
        return jdbc.sql("""
                        insert into indicator.entry
                            (community_id, id, place, path, measure, period, value, qualifier, printed, cell, evidence, state,
                                entered_by, entered_at, decided_by, decided_at, origin)
                        select made.community_id,
                            cast(:moment || '70008' || lpad(to_hex(row_number() over (order by made.path, made.measure)), 15, '0')
                                as uuid),
                            made.place, made.path, made.measure, made.cycle, made.value, 'EXACT', made.value::text, null,
                            :evidence, 'VERIFIED', :by, :at, :checker, :at, 'SYNTHETIC'
                        from (
                            select item.community_id, item.place, item.cycle, division.path, drawn.measure,
                                drawn.least + abs(hashtextextended(item.place || drawn.measure, 1)
                                    % (drawn.most - drawn.least + 1)) as value
                            from indicator.register_item item
                            join place.v_division_path division on division.code = item.place and division.valid_to is null
                            cross join unnest(cast(:measures as text[]), cast(:least as bigint[]), cast(:most as bigint[]))
                                as drawn (measure, least, most)
                            where item.snapshot_id = :register
                            and item.community_id > 0
                        ) made
                        where not exists (
                            select
                            from indicator.entry known
                            where known.community_id = made.community_id
                            and known.place = made.place
                            and known.period = made.cycle
                            and known.measure = made.measure)
                        order by made.path, made.measure
                        """)
                .param("moment", "%012x".formatted(now.toEpochMilli()))
                .param("measures", Rows.texts(drawn, Drawn::measure))
                .param("least", Rows.texts(drawn, Drawn::least))
                .param("most", Rows.texts(drawn, Drawn::most))
                .param("evidence", snapshot.source())
                .param("by", actor.account())
                .param("checker", checker)
                .param("at", Rows.at(now))
                .param("register", register)
                .update();
    }
}
