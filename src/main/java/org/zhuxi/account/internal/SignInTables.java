package org.zhuxi.account.internal;

import java.util.List;

/** How a person signs in, for the person: ways, devices and times; never a secret or its hash. */
final class SignInTables {

    private SignInTables() {}

    /** @param sql with {@code :account}, in the order of the columns */
    record Table(String name, List<String> columns, String sql) {}

    static final List<Table> ALL = List.of(
            new Table("sessions", List.of("signed_in_at", "last_used_at", "device"), """
                    select to_timestamp(session.creation_time / 1000.0), to_timestamp(session.last_access_time / 1000.0),
                           coalesce(convert_from(device.attribute_bytes, 'UTF8'), '')
                    from account.session session
                    left join account.session_attributes device
                      on device.session_primary_id = session.primary_id and device.attribute_name = 'device'
                    where session.principal_name = cast(:account as text)
                    order by session.creation_time
                    """),
            new Table("remembered-browsers", List.of("created_at", "expires_at", "device", "last_used_day"), """
                    select created_at, expires_at, device, last_used_day
                    from account.remembered_login where account_id = :account order by created_at
                    """),
            new Table("passkeys", List.of("id", "label", "created_at", "last_used_at"), """
                    select id, label, created_at, last_used_at
                    from account.passkey where account_id = :account order by created_at
                    """),
            new Table("sign-in-card", List.of("place_path", "issued_at", "locked_at", "last_used_at"), """
                    select place_path, issued_at, locked_at, last_used_at
                    from account.sign_in_card where account_id = :account
                    """),
            new Table("calendar-feed", List.of("made_at", "last_used_day"), """
                    select made_at, last_used_day from account.calendar_feed where account_id = :account
                    """),
            new Table("identities", List.of("registration", "subject", "linked_at", "last_used_at"), """
                    select registration, subject, linked_at, last_used_at
                    from account.identity where account_id = :account order by linked_at
                    """));
}
