package org.zhuxi.waste.internal.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.waste.chain.Vehicle;

/** Keeps vehicles. */
@Repository
public class VehicleStore {

    private static final String VEHICLES = """
            select plate, owner, carries, tare_kg, place_path, origin, retired_at is null as in_use
            from waste.vehicle
            """;

    private final JdbcClient jdbc;

    VehicleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the plate was free. */
    public boolean insert(Vehicle vehicle, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into waste.vehicle (plate, owner, carries, tare_kg, place_path, origin, added_by, added_at)
                        values (:plate, :owner, :carries, :tare, :place, :origin, :by, :at)
                        on conflict do nothing
                        """)
                        .param("plate", vehicle.plate())
                        .param("owner", vehicle.owner())
                        .param("carries", FacilityStore.codes(vehicle.carries()))
                        .param("tare", vehicle.tareKg())
                        .param("place", vehicle.place().value())
                        .param("origin", vehicle.origin().name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether it was in use. */
    public boolean retire(String plate, UUID by, Instant at) {
        return jdbc.sql("""
                        update waste.vehicle
                        set retired_by = :by, retired_at = :at
                        where plate = :plate
                        and retired_at is null
                        """)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("plate", plate)
                        .update()
                == 1;
    }

    public Optional<Vehicle> find(String plate) {
        return jdbc.sql(VEHICLES + "where plate = :plate")
                .param("plate", plate)
                .query(VehicleStore::read)
                .optional();
    }

    public List<Vehicle> list() {
        return jdbc.sql(VEHICLES + "order by plate").query(VehicleStore::read).list();
    }

    private static Vehicle read(ResultSet row, int number) throws SQLException {
        return new Vehicle(
                row.getString("plate"),
                row.getString("owner"),
                FacilityStore.classes(row.getArray("carries")),
                row.getBigDecimal("tare_kg"),
                new PlacePath(row.getString("place_path")),
                Origin.valueOf(row.getString("origin")),
                row.getBoolean("in_use"));
    }
}
