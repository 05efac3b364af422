package org.zhuxi.demo;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.SignInCards;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;

/** A sign-in and an API token for every role, and for the resident a card with a PIN. */
@Component
class PeopleChapter {

    private static final Duration TOKEN_LIFE = Duration.ofDays(365);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Accounts accounts;
    private final SignInCards cards;
    private final Places places;
    private final DemoHouseholds households;
    private final DemoAccountsFile file;

    PeopleChapter(
            Accounts accounts, SignInCards cards, Places places, DemoHouseholds households, DemoAccountsFile file) {
        this.accounts = accounts;
        this.cards = cards;
        this.places = places;
        this.households = households;
        this.file = file;
    }

    void tell() throws IOException {
        var password = "zhuxi-" + letters(5) + "-" + letters(5);
        var people = DemoPeople.all();
        var homes = homes(people);
        accounts.open(
                Founder.ACTOR,
                people.stream()
                        .map(person -> person.account(password, homes.getOrDefault(person.username(), Set.of())))
                        .toList());
        var entries = new ArrayList<DemoAccountsFile.Entry>();
        for (var person : people) {
            entries.add(entry(person, password));
        }
        file.write(entries);
    }

    /** The first participating families of Zhuxi, one for each person who lives there. */
    private Map<String, Set<HouseholdRef>> homes(List<DemoPeople.Person> people) {
        var free = households.of(DemoCommunities.ZHUXI).iterator();
        var homes = new HashMap<String, Set<HouseholdRef>>();
        people.stream()
                .filter(DemoPeople.Person::livesInZhuxi)
                .forEach(person -> homes.put(person.username(), Set.of(free.next())));
        return homes;
    }

    private DemoAccountsFile.Entry entry(DemoPeople.Person person, String password) {
        var scopes = accounts.scopesOf(accounts.actorOf(person.username()));
        var token = accounts.issueToken(Founder.ACTOR, person.username(), "demo", scopes, TOKEN_LIFE);
        var place = places.findByPath(person.place()).orElseThrow(() -> new Refused.NotFound(person.place()));
        var roles = List.of(DemoPeople.username(person.role()));
        if (person.role() != Role.RESIDENT) {
            return new DemoAccountsFile.Entry(person.username(), password, token, roles, place.code(), null, null);
        }
        var pin = pin();
        var account = accounts.actorOf(person.username()).account();
        var card = cards.issue(Founder.ACTOR, account, person.place(), pin);
        return new DemoAccountsFile.Entry(person.username(), password, token, roles, place.code(), card, pin);
    }

    /** Six digits, as a person would choose who was told not to take a simple row: 807807 would be the only one. */
    private static String pin() {
        var middle = new SecureRandom().nextInt(1_000);
        return "8%03d07".formatted(middle == 78 ? 79 : middle);
    }

    private static String letters(int count) {
        return new SecureRandom()
                .ints(count, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }
}
