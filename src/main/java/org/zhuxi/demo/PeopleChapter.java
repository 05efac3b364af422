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
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;

/** A sign-in and an API token for every role. */
@Component
class PeopleChapter {

    private static final Duration TOKEN_LIFE = Duration.ofDays(365);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Accounts accounts;
    private final Places places;
    private final DemoHouseholds households;
    private final DemoAccountsFile file;

    PeopleChapter(Accounts accounts, Places places, DemoHouseholds households, DemoAccountsFile file) {
        this.accounts = accounts;
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
        return new DemoAccountsFile.Entry(
                person.username(), password, token, List.of(DemoPeople.username(person.role())), place.code());
    }

    private static String letters(int count) {
        return new SecureRandom()
                .ints(count, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }
}
