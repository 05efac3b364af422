package org.zhuxi.place.internal;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;

/** The household register; every page that is read is audited by {@link Places}. */
@Component
class HouseholdExport implements ExportSource {

    private static final int PAGE = 1_000;

    private final Places places;
    private final HouseholdStore households;

    HouseholdExport(Places places, HouseholdStore households) {
        this.places = places;
        this.households = households;
    }

    @Override
    public String code() {
        return "households";
    }

    @Override
    public Names names() {
        return new Names("住户", "Households");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("dwelling"),
                TableColumn.text("label"),
                TableColumn.text("card"),
                TableColumn.integer("persons"),
                TableColumn.day("since"));
    }

    @Override
    public Permission permission() {
        return PlacePermissions.READ_HOUSEHOLDS;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        String after = null;
        do {
            var page = places.listHouseholds(actor, scope.place(), null, PAGE, after);
            var stays = households.listStays(
                    page.items().stream().map(household -> household.ref()).toList());
            for (var household : page.items()) {
                rows.row(
                        household.dwelling(),
                        household.label(),
                        household.cardCode(),
                        household.persons(),
                        stays.get(household.ref().id()));
            }
            after = page.next();
        } while (after != null);
    }
}
