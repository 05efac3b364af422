package org.zhuxi.points.internal;

import java.sql.SQLException;
import java.util.List;

/** Accounts of one community as rows of {@code points.account}, each one version further. */
final class AccountRows {

    private AccountRows() {}

    static void bind(List<Account> accounts, Columns columns) throws SQLException {
        columns.array("tid", accounts, Account::row);
        columns.uuids(accounts, account -> account.household().id());
        columns.longs(accounts, account -> account.state().credits());
        columns.longs(accounts, account -> account.state().debits());
        columns.longs(accounts, account -> account.state().advanced());
        columns.longs(accounts, account -> account.state().repaid());
        columns.longs(accounts, account -> account.version() + 1);
        columns.uuids(accounts, account -> account.state().last());
        // arrays within arrays must be equally long in PostgreSQL, so each travels as its own literal
        columns.texts(accounts, account -> literal(account.state().lots().pairs()));
        columns.texts(accounts, account -> literal(account.state().caps().triples()));
        columns.value(accounts.getFirst().household().community().value());
    }

    private static String literal(long[] values) {
        var text = new StringBuilder(2 + 8 * values.length).append('{');
        for (var i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(values[i]);
        }
        return text.append('}').toString();
    }
}
