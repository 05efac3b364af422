package org.zhuxi.account.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.FirstSignIns;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdPlaces;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.HandoutImport;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.RowResult.Fate;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.platform.table.UndoableImport;

/** A list of people: each gets an account without a password, and afterwards a code with which its owner chooses one. */
@Component
class AccountImport implements UndoableImport, HandoutImport {

    private static final int LONGEST_NAME = 60;

    private final Accounts accounts;
    private final FirstSignIns firstSignIns;
    private final ObjectProvider<PlaceNames> places;
    private final ObjectProvider<HouseholdPlaces> households;

    AccountImport(
            Accounts accounts,
            FirstSignIns firstSignIns,
            ObjectProvider<PlaceNames> places,
            ObjectProvider<HouseholdPlaces> households) {
        this.accounts = accounts;
        this.firstSignIns = firstSignIns;
        this.places = places;
        this.households = households;
    }

    @Override
    public String code() {
        return "accounts";
    }

    @Override
    public Names names() {
        return new Names("账号（发首次登录码）", "Accounts (with codes for the first sign-in)");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                column("username", "用户名", "User name", true, "li-hong"),
                column("name", "姓名或称呼", "Name", true, "李红"),
                column("phone", "手机号", "Mobile number", false, ""),
                column("role", "角色", "Role", true, "RESIDENT"),
                column("place", "地方代码", "Place code", true, "321003010001"),
                column("household", "家庭卡或住宅", "Card or dwelling", false, "321003010001-Q1-B03-0502"));
    }

    private static ImportColumn column(String name, String zh, String en, boolean required, String example) {
        return new ImportColumn(name, new Names(zh, en), ColumnType.TEXT, required, example);
    }

    @Override
    public Permission permission() {
        return AccountPermissions.HELP;
    }

    private record Read(RowResult result, @Nullable NewAccount account) {}

    @Override
    public List<RowResult> check(Actor actor, List<ImportRow> rows) {
        return read(actor, rows).stream().map(Read::result).toList();
    }

    private List<Read> read(Actor actor, List<ImportRow> rows) {
        var opened = firstSignIns.find(rows.stream().map(ImportRow::id).toList());
        var paths = places.getObject()
                .pathsOf(rows.stream().map(row -> row.get("place")).toList());
        return rows.stream()
                .map(row -> {
                    var place = paths.get(row.get("place"));
                    if (opened.containsKey(row.id())) {
                        return new Read(RowResult.of(row, Fate.SAME), null);
                    }
                    return place == null
                            ? refused(row, "place", "exchange-unknown", row.get("place"))
                            : read(actor, row, place);
                })
                .toList();
    }

    private Read read(Actor actor, ImportRow row, org.zhuxi.kernel.PlacePath place) {
        var role = role(row.get("role"));
        if (role.isEmpty()) {
            return refused(row, "role", "exchange-unknown", row.get("role"));
        }
        var name = row.get("name");
        if (name.length() > LONGEST_NAME) {
            return refused(row, "name", "account-name");
        }
        var door = row.text("household").map(households.getObject()::findByCard);
        if (door.isPresent() && door.get().isEmpty()) {
            return refused(row, "household", "exchange-unknown", row.get("household"));
        }
        var home = door.flatMap(found -> found);
        if (home.isPresent() && !actor.may(AccountPermissions.HELP, home.get().path())) {
            return refused(row, "household", "forbidden", AccountPermissions.HELP.code());
        }
        var account = new NewAccount(
                row.get("username").toLowerCase(Locale.ROOT),
                row.text("phone").map(Actors::normalized).orElse(null),
                name,
                Secret.next("").text(),
                Set.of(new Grant(role.get(), place)),
                home.map(found -> Set.<HouseholdRef>of(found.ref())).orElse(Set.of()),
                Origin.RECORDED);
        return judged(actor, row, account);
    }

    /** Who is there under the same user name and name is the same person of an earlier list. */
    private Read judged(Actor actor, ImportRow row, NewAccount account) {
        var there = accounts.findNameOf(actor, account.username());
        if (there.filter(account.name()::equals).isPresent()) {
            return new Read(RowResult.of(row, Fate.SAME), null);
        }
        try {
            accounts.requireOpenable(actor, List.of(account));
            return new Read(RowResult.of(row, Fate.CREATE), account);
        } catch (Refused refused) {
            return new Read(refused(row, refused), null);
        }
    }

    @Override
    public List<RowResult> take(Actor actor, List<ImportRow> rows) {
        var results = new LinkedHashMap<Long, RowResult>();
        var lines = new LinkedHashMap<ImportRow, FirstSignIns.Line>();
        var read = read(actor, rows);
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            results.put(row.line(), read.get(i).result());
            var account = read.get(i).account();
            if (account != null) {
                lines.put(row, new FirstSignIns.Line(row.id(), account));
            }
        }
        open(actor, lines, results);
        return List.copyOf(results.values());
    }

    /** All at once; when one of them cannot be, each by itself. */
    private void open(Actor actor, Map<ImportRow, FirstSignIns.Line> lines, Map<Long, RowResult> results) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            firstSignIns.open(actor, List.copyOf(lines.values()));
        } catch (Refused refused) {
            if (lines.size() == 1) {
                var row = lines.keySet().iterator().next();
                results.put(row.line(), refused(row, refused));
            } else {
                lines.forEach((row, line) -> open(actor, Map.of(row, line), results));
            }
        }
    }

    @Override
    public List<RowResult> undo(Actor actor, List<ImportRow> rows) {
        var results = new ArrayList<RowResult>();
        for (var row : rows) {
            try {
                var isGone = firstSignIns.takeBack(actor, row.id());
                results.add(RowResult.of(row, isGone ? Fate.CHANGE : Fate.SAME));
            } catch (Refused refused) {
                results.add(refused(row, refused));
            }
        }
        return results;
    }

    @Override
    public List<TableColumn> handout() {
        return List.of(
                TableColumn.text("username"),
                TableColumn.text("name"),
                TableColumn.text("code"),
                TableColumn.instant("good_until"));
    }

    @Override
    public void handOut(Actor actor, List<ImportRow> rows, ExportSource.Rows out) throws IOException {
        List<UUID> keys = rows.stream().map(ImportRow::id).toList();
        for (var given : firstSignIns.giveCodes(actor, keys)) {
            out.row(given.username(), given.name(), given.code(), given.until().toInstant());
        }
    }

    private static Optional<Role> role(String typed) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(typed)
                        || role.names().zh().equals(typed)
                        || role.names().en().equalsIgnoreCase(typed))
                .findFirst();
    }

    private static RowResult refused(ImportRow row, Refused refused) {
        var column = refused.problem().fields().stream()
                .map(field -> field.name())
                .findFirst()
                .orElse("");
        return RowResult.refused(row, column, refused.problem());
    }

    private static Read refused(ImportRow row, String column, String slug, Object... arguments) {
        return new Read(RowResult.refused(row, column, slug, arguments), null);
    }
}
