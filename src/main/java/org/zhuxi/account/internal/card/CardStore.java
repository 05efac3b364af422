package org.zhuxi.account.internal.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.SignInCard;
import org.zhuxi.account.internal.Secret;
import org.zhuxi.kernel.PlacePath;

/** Cards by the hash of their number. */
@Component
public class CardStore {

    private final JdbcClient jdbc;

    CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A card that somebody shows. */
    public record Shown(UUID account, String pinHash, PlacePath place, int failures, boolean locked) {}

    /** A card about to be written. */
    public record Issued(UUID account, Secret number, String pinHash, PlacePath place, UUID by) {}

    public Optional<SignInCard> find(UUID account) {
        return jdbc.sql("""
                        select place_path, issued_at, locked_at, last_used_at
                        from account.sign_in_card
                        where account_id = :account
                        """)
                .param("account", account)
                .query((row, number) -> new SignInCard(
                        new PlacePath(row.getString("place_path")),
                        row.getObject("issued_at", OffsetDateTime.class),
                        row.getObject("locked_at", OffsetDateTime.class),
                        row.getObject("last_used_at", OffsetDateTime.class)))
                .optional();
    }

    /** Replaces an earlier card of the account. */
    public void put(Issued card, OffsetDateTime now) {
        jdbc.sql("""
                        insert into account.sign_in_card (account_id, number_hash, pin_hash, place_path, issued_by, issued_at)
                        values (:account, :number, :pin, :place, :by, :now)
                        on conflict (account_id) do update
                        set number_hash = excluded.number_hash, pin_hash = excluded.pin_hash,
                            place_path = excluded.place_path, issued_by = excluded.issued_by,
                            issued_at = excluded.issued_at, failures = 0, locked_at = null, last_used_at = null
                        """)
                .param("account", card.account())
                .param("number", card.number().hash())
                .param("pin", card.pinHash())
                .param("place", card.place().value())
                .param("by", card.by())
                .param("now", now)
                .update();
    }

    /** The card with a number, locked until the transaction ends, so that PINs are tried one after the other. */
    public Optional<Shown> lock(Secret number) {
        return jdbc.sql("""
                        select account_id, pin_hash, place_path, failures, locked_at
                        from account.sign_in_card
                        where number_hash = :number
                        for update
                        """)
                .param("number", number.hash())
                .query(CardStore::shown)
                .optional();
    }

    /** A wrong PIN; locks the card at the last one that is allowed. */
    public void fail(UUID account, int most, OffsetDateTime now) {
        jdbc.sql("""
                        update account.sign_in_card
                        set failures = failures + 1, locked_at = case when failures + 1 >= :most then :now end
                        where account_id = :account
                        """)
                .param("most", most)
                .param("now", now)
                .param("account", account)
                .update();
    }

    public void use(UUID account, OffsetDateTime now) {
        jdbc.sql("update account.sign_in_card set failures = 0, last_used_at = :now where account_id = :account")
                .param("now", now)
                .param("account", account)
                .update();
    }

    public boolean delete(UUID account) {
        return jdbc.sql("delete from account.sign_in_card where account_id = :account")
                        .param("account", account)
                        .update()
                == 1;
    }

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                row.getObject("account_id", UUID.class),
                row.getString("pin_hash"),
                new PlacePath(row.getString("place_path")),
                row.getInt("failures"),
                row.getObject("locked_at") != null);
    }
}
