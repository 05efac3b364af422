package org.zhuxi.place.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.place.Household;
import org.zhuxi.place.NewHousehold;
import org.zhuxi.platform.database.Rows;

/** Households and the dwellings they live in. */
@Component
public class HouseholdStore {

    private static final String SELECT = """
            select household.community_id, household.id, household.card_code, household.dwelling_code,
                   household.persons, dwelling.label
            from place.household household
            join place.premises dwelling
              on dwelling.community_id = household.community_id
             and dwelling.code = household.dwelling_code
            """;

    private final JdbcClient jdbc;
    private final PlaceFinder finder;

    HouseholdStore(JdbcClient jdbc, PlaceFinder finder) {
        this.jdbc = jdbc;
        this.finder = finder;
    }

    public Map<UUID, CommunityId> communitiesOf(Collection<UUID> ids) {
        return jdbc
                .sql("select id, community_id from place.household where id = any(cast(:ids as uuid[]))")
                .param("ids", Rows.texts(ids, id -> id))
                .query((row, number) ->
                        new HouseholdRef(new CommunityId(row.getInt("community_id")), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(HouseholdRef::id, HouseholdRef::community));
    }

    public List<Household> find(Collection<HouseholdRef> households) {
        return jdbc
                .sql(SELECT + """
                        where (household.community_id, household.id) in (
                            select asked.community_id, asked.id
                            from unnest(:communities, cast(:ids as uuid[])) as asked (community_id, id))
                        """)
                .param("communities", communities(households))
                .param("ids", Rows.texts(households, HouseholdRef::id))
                .query(this::household)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<Household> findByCard(CommunityId community, String cardCode) {
        return jdbc.sql(SELECT + "where household.community_id = :community and household.card_code = :card")
                .param("community", community.value())
                .param("card", cardCode)
                .query(this::household)
                .optional()
                .flatMap(Function.identity());
    }

    /** Who lives in a dwelling now. */
    public Optional<Household> findByDwelling(CommunityId community, String dwelling) {
        return jdbc.sql(SELECT + """
                        where household.community_id = :community and household.dwelling_code = :dwelling
                          and household.until is null
                        """)
                .param("community", community.value())
                .param("dwelling", dwelling)
                .query(this::household)
                .optional()
                .flatMap(Function.identity());
    }

    /** The first day of each household in its dwelling, by its id. */
    Map<UUID, LocalDate> listStays(Collection<HouseholdRef> asked) {
        record Since(UUID id, LocalDate since) {}
        return jdbc
                .sql("""
                        select id, since
                        from place.household
                        where community_id = any(:communities) and id = any(:ids)
                        """)
                .param(
                        "communities",
                        asked.stream()
                                .map(ref -> ref.community().value())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("ids", asked.stream().map(HouseholdRef::id).toArray(UUID[]::new))
                .query(Since.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Since::id, Since::since));
    }

    /** Which of the dwellings are lived in, and by whom. */
    public Map<String, UUID> findTaken(CommunityId community, Collection<String> dwellings) {
        return jdbc
                .sql("""
                        select dwelling_code, id
                        from place.household
                        where community_id = :community and dwelling_code = any(:dwellings) and until is null
                        """)
                .param("community", community.value())
                .param("dwellings", dwellings.toArray(String[]::new))
                .query(Taken.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Taken::dwellingCode, Taken::id));
    }

    /** What to look for in the register: words or a card; {@code under} is the beginning of dwelling codes, or empty for all. */
    public record Filter(
            Collection<Integer> communities,
            String under,
            String query,
            @Nullable String card) {}

    /** The households that live there now in order of community and dwelling, from behind a key. */
    public List<Household> list(Filter filter, int limit, String after) {
        return jdbc
                .sql(SELECT + """
                        where household.community_id = any(:communities)
                          and household.until is null
                          and starts_with(household.dwelling_code, :under)
                          and (household.card_code = :card
                               or cast(:card as text) is null
                                   and (:query = ''
                                        or strpos(lower(dwelling.label), :query) > 0
                                        or strpos(lower(household.dwelling_code), :query) > 0))
                          and household.dwelling_code > :after
                        order by household.dwelling_code
                        limit :limit
                        """)
                .param("communities", filter.communities().toArray(Integer[]::new))
                .param("under", filter.under())
                .param("query", filter.query())
                .param("card", filter.card())
                .param("after", after)
                .param("limit", limit)
                .query(this::household)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** One after the other within a community, so that every card number is given once. */
    public int lockAndNextCardNumber(CommunityId community) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('place.household'), :community)")
                .param("community", community.value())
                .query((row, number) -> number)
                .list();
        return jdbc.sql("select coalesce(max(card_number) + 1, 0) from place.household where community_id = :community")
                .param("community", community.value())
                .query(Integer.class)
                .single();
    }

    public void insert(CommunityId community, List<NewHousehold> households, int firstCardNumber) {
        var cards = IntStream.range(0, households.size())
                .mapToObj(offset -> new CardCode(community.value(), firstCardNumber + offset))
                .toList();
        jdbc.sql("""
                        insert into place.household (community_id, id, dwelling_code, card_number, card_code, persons,
                                                     since, origin)
                        select :community, added.id, added.dwelling_code, added.card_number, added.card_code,
                               added.persons, added.since, added.origin
                        from unnest(cast(:ids as uuid[]), :dwellings, cast(:numbers as integer[]), :cards,
                                    cast(:persons as integer[]), cast(:since as date[]), :origins)
                             as added (id, dwelling_code, card_number, card_code, persons, since, origin)
                        """)
                .param("community", community.value())
                .param("ids", Rows.texts(households, NewHousehold::id))
                .param("dwellings", Rows.texts(households, NewHousehold::dwelling))
                .param("numbers", Rows.texts(cards, CardCode::number))
                .param("cards", Rows.texts(cards, CardCode::code))
                .param("persons", Rows.texts(households, NewHousehold::persons))
                .param("since", Rows.texts(households, NewHousehold::since))
                .param("origins", Rows.texts(households, NewHousehold::origin))
                .update();
    }

    /** Since when and, if they have moved out, until when they live there. */
    public Stay getStay(HouseholdRef household) {
        return jdbc.sql("select since, until from place.household where community_id = :community and id = :id")
                .param("community", household.community().value())
                .param("id", household.id())
                .query(Stay.class)
                .single();
    }

    /** Answers false when they have moved out already or came later. */
    public boolean moveOut(HouseholdRef household, LocalDate on) {
        return jdbc.sql("""
                        update place.household
                        set until = :on
                        where community_id = :community and id = :id and until is null and since <= :on
                        """)
                        .param("on", on)
                        .param("community", household.community().value())
                        .param("id", household.id())
                        .update()
                == 1;
    }

    /** @param until null while they live there */
    public record Stay(LocalDate since, @Nullable LocalDate until) {}

    private record Taken(String dwellingCode, UUID id) {}

    private static Integer[] communities(Collection<HouseholdRef> households) {
        return households.stream()
                .map(household -> household.community().value())
                .toArray(Integer[]::new);
    }

    /**
     * The household in the community as it lies in the tree today, which is known: to plan a join with the tree takes longer than all the rest of
     * the query. Empty when the community is no longer there.
     */
    private Optional<Household> household(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var card = CardCode.print(row.getString("card_code"));
        var dwelling = row.getString("dwelling_code");
        var label = row.getString("label");
        var persons = row.getInt("persons");
        return finder.findCommunity(new CommunityId(row.getInt("community_id")))
                .map(community -> new Household(
                        new HouseholdRef(community.id(), id),
                        card,
                        dwelling,
                        PlaceCode.pathBelow(community.path(), dwelling),
                        label,
                        persons));
    }
}
