package org.zhuxi.account.internal;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;

/** Who has which role where, a row a role; without phone numbers. Every page that is read is audited by {@link Accounts}. */
@Component
class AccountExport implements ExportSource {

    private static final int PAGE = 500;

    private final Accounts accounts;
    private final OwnPlaces places;

    AccountExport(Accounts accounts, OwnPlaces places) {
        this.accounts = accounts;
        this.places = places;
    }

    @Override
    public String code() {
        return "accounts";
    }

    @Override
    public Names names() {
        return new Names("账号和角色", "Accounts and roles");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("username"),
                TableColumn.text("name"),
                TableColumn.text("role"),
                TableColumn.text("place_path"),
                TableColumn.text("place"),
                TableColumn.text("organisation"),
                TableColumn.day("until"));
    }

    @Override
    public Permission permission() {
        return AccountPermissions.MANAGE;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        String after = null;
        do {
            var page = accounts.listPeople(actor, scope.place(), "", PAGE, after);
            var labels = places.labels(page.items().stream()
                    .flatMap(person -> person.roles().stream())
                    .map(held -> held.grant().place())
                    .toList());
            for (var person : page.items()) {
                for (var held : person.roles()) {
                    var place = held.grant().place().value();
                    var names = labels.get(place);
                    rows.row(
                            person.username(),
                            person.name(),
                            held.grant().role().name(),
                            place,
                            names == null ? "" : names.zh(),
                            held.organisation(),
                            held.until());
                }
            }
            after = page.next();
        } while (after != null);
    }
}
