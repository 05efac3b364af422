package org.zhuxi.place.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Contact;
import org.zhuxi.platform.database.Rows;

/** How communities are reached. */
@Component
public class ContactStore {

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Contact> find(CommunityId community) {
        return jdbc.sql("select phone, hours_zh, hours_en from place.community_contact where community_id = :community")
                .param("community", community.value())
                .query((row, number) -> new Contact(row.getString("phone"), Rows.names(row, "hours")))
                .optional();
    }

    public void put(CommunityId community, Contact contact, UUID by, Instant at, Origin origin) {
        jdbc.sql("""
                        insert into place.community_contact (community_id, phone, hours_zh, hours_en, changed_at, changed_by, origin)
                        values (:community, :phone, :zh, :en, :at, :by, :origin)
                        on conflict (community_id) do update
                        set phone = excluded.phone, hours_zh = excluded.hours_zh, hours_en = excluded.hours_en,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by, origin = excluded.origin
                        """)
                .param("community", community.value())
                .param("phone", contact.phone())
                .param("zh", contact.hours().zh())
                .param("en", contact.hours().en())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("origin", origin.name())
                .update();
    }
}
