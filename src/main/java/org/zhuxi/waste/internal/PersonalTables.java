package org.zhuxi.waste.internal;

import java.util.List;

/** What the waste module keeps about a person and the person's households: the tables of an export, as statements. */
final class PersonalTables {

    private PersonalTables() {}

    /**
     * One table of an export.
     *
     * @param name of the file; the message {@code waste.export.<name>} tells what it is
     * @param columns in the order of the statement
     * @param sql with {@code :account} or, for the households, {@code own}, whose columns are community_id and household_id
     */
    record Table(String name, List<String> columns, String sql) {}

    static final List<Table> ALL = List.of(
            new Table(
                    "sorting",
                    List.of("household_id", "month", "graded_drops", "graded_a", "bags_checked", "bags_right"),
                    """
                    select household_id, to_char(local_date, 'YYYY-MM') as month,
                           count(*) filter (where grade is not null),
                           count(*) filter (where grade = 'A'),
                           coalesce(sum((quantities ->> 'checked')::numeric), 0),
                           coalesce(sum((quantities ->> 'correct')::numeric), 0)
                    from own join activity.v_activity using (community_id, household_id)
                    where state in ('RECORDED', 'VERIFIED') and starts_with(kind, 'waste.')
                    group by household_id, month
                    order by household_id, month
                    """),
            new Table("bags", List.of("household_id", "issued_at", "item", "first_serial", "last_serial"), """
                    select issue.household_id, issue.issued_at, batch.item, issue.first_serial, issue.last_serial
                    from own
                    join waste.kit_issue issue using (community_id, household_id)
                    join waste.kit_batch batch on batch.community_id = issue.community_id and batch.id = issue.batch_id
                    order by issue.issued_at, issue.first_serial
                    """),
            new Table(
                    "visits",
                    List.of(
                            "household_id",
                            "visited_at",
                            "outcome",
                            "explained",
                            "leaflet",
                            "kit",
                            "sorting",
                            "may_return",
                            "follow_up_on",
                            "question",
                            "note"),
                    """
                    select household_id, visited_at, outcome, array_to_string(explained, ' '), leaflet, kit, sorting,
                           may_return, follow_up_on, question, note
                    from own join waste.visit using (community_id, household_id)
                    order by visited_at, id
                    """),
            new Table("visits-made", List.of("visited_at", "outcome", "question", "note"), """
                    select visited_at, outcome, question, note
                    from waste.visit where visited_by = :account order by visited_at, id
                    """),
            new Table(
                    "receipts",
                    List.of(
                            "household_id",
                            "id",
                            "occurred_at",
                            "recycler",
                            "material",
                            "mass_g",
                            "price_fen_per_kg",
                            "amount_fen",
                            "payment",
                            "reverses",
                            "reason"),
                    """
                    select receipt.household_id, receipt.id, receipt.occurred_at, recycler.name, line.material,
                           line.mass_g, line.price_fen_per_kg, line.amount_fen, receipt.payment, receipt.reverses,
                           receipt.reason
                    from own
                    join waste.buy_back receipt using (community_id, household_id)
                    join waste.buy_back_line line
                      on line.community_id = receipt.community_id and line.buy_back_id = receipt.id
                    join waste.recycler recycler
                      on recycler.community_id = receipt.community_id and recycler.id = receipt.recycler_id
                    order by receipt.occurred_at, receipt.id, line.material
                    """),
            new Table("recyclers-worked-for", List.of("recycler", "engaged_at"), """
                    select recycler.name, person.engaged_at
                    from waste.recycler_person person
                    join waste.recycler recycler
                      on recycler.community_id = person.community_id and recycler.id = person.recycler_id
                    where person.account_id = :account order by person.engaged_at
                    """),
            new Table(
                    "appointments",
                    List.of(
                            "household_id",
                            "id",
                            "day",
                            "service",
                            "items",
                            "pieces",
                            "meeting_place",
                            "photo",
                            "requested_at",
                            "step",
                            "mass_kg",
                            "note",
                            "done_at"),
                    """
                    select household_id, appointment.id, slot.day, slot.service, items, pieces, meeting_place, photo,
                           requested_at, step.step, step.mass_kg, step.note, step.done_at
                    from own
                    join waste.appointment appointment using (community_id, household_id)
                    join waste.pickup_slot slot
                      on slot.community_id = appointment.community_id and slot.id = appointment.slot_id
                    left join waste.appointment_step step
                      on step.community_id = appointment.community_id and step.appointment_id = appointment.id
                    order by requested_at, appointment.id, step.done_at
                    """),
            new Table("team", List.of("community", "name", "part", "since", "until"), """
                    select community_id, name, part, since, until
                    from waste.team_member where account_id = :account order by since
                    """),
            new Table(
                    "duties",
                    List.of("site_id", "starts_at", "ends_at", "checked_in_at", "checked_out_at", "cancelled_at"),
                    """
                    select site_id, starts_at, ends_at, checked_in_at, checked_out_at, cancelled_at
                    from waste.duty where account_id = :account order by starts_at
                    """),
            new Table(
                    "hour-certificates",
                    List.of("community", "id", "name", "from", "to", "duties", "hours", "issued_at"),
                    """
                    select community_id, id, name, from_day, to_day, duties, hours, issued_at
                    from waste.hour_certificate where account_id = :account order by id
                    """),
            new Table(
                    "tasks",
                    List.of("household_id", "template", "nickname", "state", "words", "taken_at", "done_at", "reason"),
                    """
                    select household_id, template, nickname, state, words, taken_at, done_at, reason
                    from own join waste.task using (community_id, household_id)
                    order by taken_at, id
                    """),
            new Table(
                    "pairs",
                    List.of(
                            "household_id",
                            "part",
                            "consented_at",
                            "on_paper",
                            "witness",
                            "ended_at",
                            "end_reason",
                            "carried"),
                    """
                    select own.household_id,
                           case when pair.helper_id = own.household_id then 'HELPER' else 'HELPED' end,
                           case when pair.helper_id = own.household_id then helper_consented_at
                                else helped_consented_at end,
                           pair.on_paper, pair.witness, pair.ended_at, pair.end_reason,
                           (select count(*) from waste.help_drop carried
                            where carried.community_id = pair.community_id and carried.pair_id = pair.id)
                    from own
                    join waste.help_pair pair
                      on pair.community_id = own.community_id
                     and own.household_id in (pair.helper_id, pair.helped_id)
                    order by pair.proposed_at, pair.id
                    """));

    /**
     * What an erasure empties. Records, hours and amounts stay under an id that leads to nobody; words that the person or
     * the team wrote about the household go, a duty to come is free again.
     */
    static final List<String> ERASED = List.of(
            "delete from waste.recycler_person where account_id = :account",
            """
            update waste.team_member
            set username = '', name = '', until = coalesce(until, greatest(since, :today))
            where account_id = :account
            """,
            "update waste.hour_certificate set name = '' where account_id = :account",
            """
            update waste.duty
            set account_id = null, offered = false
            where account_id = :account and starts_at > :now and checked_in_at is null
            """,
            """
            update waste.task
            set nickname = '—', words = '', reason = ''
            where (community_id, household_id) in (select community_id, household_id from own)
              and taken_by = :account
            """,
            """
            update waste.visit
            set question = '', note = ''
            where (community_id, household_id) in (select community_id, household_id from own)
            """,
            """
            update waste.appointment
            set items = '—', meeting_place = '—'
            where (community_id, household_id) in (select community_id, household_id from own)
              and requested_by = :account
            """,
            """
            update waste.appointment_step step
            set note = ''
            where done_by = :account
              and exists (
                  select from waste.appointment appointment
                  join own using (community_id, household_id)
                  where appointment.community_id = step.community_id and appointment.id = step.appointment_id)
            """,
            """
            update waste.help_pair pair
            set end_reason = '', witness = case when on_paper then '—' else '' end
            where exists (
                select from own
                where own.community_id = pair.community_id and own.household_id in (pair.helper_id, pair.helped_id))
            """,
            """
            update waste.collection
            set driver = '—'
            where filed_by = :account and driver = :name
            """);
}
