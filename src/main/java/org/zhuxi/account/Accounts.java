package org.zhuxi.account;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.AccountStore;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.Helping;
import org.zhuxi.account.internal.PasswordRules;
import org.zhuxi.account.internal.PeopleStore;
import org.zhuxi.account.internal.Secret;
import org.zhuxi.account.internal.TokenStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.security.SignedIn;

/** People and devices that sign in. */
@Service
@Transactional
public class Accounts {

    /** Every token begins with this, so that a leaked one can be recognised. */
    public static final String TOKEN_PREFIX = "zx_";

    private static final Set<String> READING_ONES_OWN = Set.of("places:read", "activities:read", "points:read");

    public static final Duration LONGEST_TOKEN_LIFE = Duration.ofDays(730);
    public static final int SHORTEST_PASSWORD = PasswordRules.SHORTEST;

    private final AccountStore store;
    private final TokenStore tokens;
    private final Actors actors;
    private final PeopleStore people;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final ObjectProvider<Manifests> manifests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountStore store,
            TokenStore tokens,
            Actors actors,
            PeopleStore people,
            PasswordEncoder passwords,
            PasswordRules rules,
            ObjectProvider<Manifests> manifests,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.actors = actors;
        this.people = people;
        this.passwords = passwords;
        this.rules = rules;
        this.manifests = manifests;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens many accounts, one statement a table; answers their ids in the same order. The passwords are hashed side by
     * side, each with its own salt.
     *
     * @throws AccountRefused.NameTaken when a user name or phone number is somebody's already
     */
    public List<UUID> open(Actor by, List<NewAccount> accounts) {
        accounts.forEach(account -> requireOpenable(by, account));
        requireFreeNames(accounts);
        var opened = accounts.parallelStream()
                .map(account -> new AccountStore.Opened(Ids.next(), account, encoded(account.password())))
                .toList();
        store.insert(opened, OffsetDateTime.now(clock));
        store.insertNames(opened);
        store.insertMemberships(opened, actors.today());
        store.insertGrants(
                opened.stream()
                        .flatMap(row -> row.account().grants().stream()
                                .map(grant -> new AccountStore.Granted(row.id(), grant, null, null)))
                        .toList(),
                actors.today());
        opened.forEach(row -> audit(by, "account.open", row.account().username(), placeOf(row.account()), ""));
        return opened.stream().map(AccountStore.Opened::id).toList();
    }

    /**
     * Looks whether an account could be opened; opens none.
     *
     * @throws AccountRefused when it could not
     */
    @Transactional(readOnly = true)
    public void requireOpenable(Actor by, List<NewAccount> accounts) {
        accounts.forEach(account -> requireOpenable(by, account));
        requireFreeNames(accounts);
    }

    /** The name of the one with this user name or phone number, for those who may open accounts. */
    @Transactional(readOnly = true)
    public Optional<String> findNameOf(Actor by, String username) {
        if (!by.mayAnywhere(AccountPermissions.HELP)) {
            throw new Refused.Forbidden(AccountPermissions.HELP.code());
        }
        return actors.findByName(username).map(found -> found.actor().name());
    }

    /**
     * Makes an API token for an account and answers its secret, which is shown this once and kept only as a hash.
     *
     * @param by the account itself, or somebody who may manage accounts wherever it has roles
     * @param scopes what it may do, a part of what the account's roles allow ({@link #scopesOf})
     * @throws AccountRefused.ScopesTooWide when the roles do not bring all of the scopes
     */
    public String issueToken(Actor by, String username, String label, Set<String> scopes, Duration validFor) {
        var owner = getSignedIn(username).actor();
        requireMayActFor(by, owner);
        requireTokenForm(owner, label, scopes, validFor);
        var secret = Secret.next(TOKEN_PREFIX);
        var now = OffsetDateTime.now(clock);
        var token = new ApiToken(
                Ids.next(), owner.account(), label.strip(), Set.copyOf(scopes), now, now.plus(validFor), null, null);
        tokens.insert(secret, token);
        var detail = token.id() + ": " + String.join(" ", new TreeSet<>(scopes));
        audit(by, "account.token.issue", username, PlacePath.NATION, detail);
        return secret.text();
    }

    /** The actor's own tokens, newest first. */
    @Transactional(readOnly = true)
    public List<ApiToken> tokensOf(Actor actor) {
        return tokens.list(actor.account());
    }

    /** Makes one of the actor's own tokens worthless from now on. */
    public void revokeToken(Actor actor, UUID id) {
        if (!tokens.revoke(actor.account(), id, OffsetDateTime.now(clock))) {
            throw new Refused.NotFound(id);
        }
        actors.forgetAfterCommit();
        audit(actor, "account.token.revoke", id.toString(), PlacePath.NATION, "");
    }

    /** People with roles at or below a place, in order of user name, for those who may give roles there. */
    public Slice<Person> listPeople(Actor actor, PlacePath at, String query, int limit, @Nullable String after) {
        actor.require(AccountPermissions.MANAGE, at);
        var found = people.list(at, query.strip().toLowerCase(Locale.ROOT), actors.today(), limit + 1, after);
        audit(actor, "account.list", at.value(), at, Math.min(found.size(), limit) + " people");
        return Slice.of(found, limit, Person::username);
    }

    /** The actor behind a user name or phone number. */
    @Transactional(readOnly = true)
    public Actor actorOf(String username) {
        return getSignedIn(username).actor();
    }

    /** The actor behind the secret of a token, limited to its scopes; empty when it is unknown, revoked or expired. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Actor> findActorByToken(String secret) {
        return secret.startsWith(TOKEN_PREFIX)
                ? actors.findByToken(new Secret(secret)).map(SignedIn::actor)
                : Optional.empty();
    }

    /** The actor behind an account, with the roles of today; empty when it is closed. */
    @Transactional(readOnly = true)
    public Optional<Actor> findActor(UUID account) {
        return actors.find(account).filter(SignedIn::active).map(SignedIn::actor);
    }

    /** Everything a token of this actor can be allowed to do: reading one's own, and the scopes that the roles bring. */
    public Set<String> scopesOf(Actor actor) {
        var roles = actor.grants().stream().map(Grant::role).collect(Collectors.toCollection(HashSet::new));
        if (!actor.households().isEmpty()) {
            roles.add(Role.RESIDENT);
        }
        var ofRoles = manifests.getObject().permissions().stream()
                .filter(permission -> permission.roles().stream().anyMatch(roles::contains))
                .map(Permission::scope);
        return Stream.concat(READING_ONES_OWN.stream(), ofRoles).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Gives an account a role in a place and everything below.
     *
     * @param organisation in whose name, such as a property company; or null
     * @param until first day on which it no longer holds, or null
     * @throws AccountRefused.PlaceOutOfReach when the place is outside the giver's own
     * @throws AccountRefused.RoleOutOfReach when only an operator may give the role
     */
    public void grant(
            Actor by, String username, Grant grant, @Nullable String organisation, @Nullable LocalDate until) {
        requireInReach(by, grant, AccountPermissions.MANAGE);
        var account = getSignedIn(username).actor().account();
        store.insertGrants(List.of(new AccountStore.Granted(account, grant, organisation, until)), actors.today());
        actors.forgetAfterCommit();
        audit(by, "account.role.give", username, grant.place(), grant.role().name());
    }

    /** Takes a role back from today on; that it was held before stays known. */
    public void revoke(Actor by, String username, Grant grant) {
        requireInReach(by, grant, AccountPermissions.MANAGE);
        var account = getSignedIn(username).actor().account();
        if (!store.endGrant(account, grant, actors.today())) {
            throw new Refused.NotFound(grant.role().names());
        }
        actors.forgetAfterCommit();
        audit(by, "account.role.take", username, grant.place(), grant.role().name());
    }

    private String encoded(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private void requireOpenable(Actor by, NewAccount account) {
        if (!account.username().matches("[a-z0-9][a-z0-9.-]{2,39}")) {
            throw new AccountRefused.WrongUsername(account.username());
        }
        var phone = account.phone();
        if (phone != null && !phone.matches("1[3-9][0-9]{9}")) {
            throw new AccountRefused.WrongPhone(phone);
        }
        rules.require(account.password(), account.username(), phone == null ? "" : phone);
        if (account.grants().isEmpty()) {
            by.require(AccountPermissions.MANAGE, PlacePath.NATION);
        }
        account.grants().forEach(grant -> requireInReach(by, grant, Helping.needed(grant.role())));
    }

    private void requireFreeNames(List<NewAccount> accounts) {
        var names = new ArrayList<String>();
        for (var account : accounts) {
            names.add(account.username());
            if (account.phone() != null) {
                names.add(account.phone());
            }
        }
        var taken = new HashSet<>(store.findTaken(names));
        for (var name : names) {
            if (!taken.add(name)) {
                throw new AccountRefused.NameTaken(name);
            }
        }
    }

    /** Where an account is at home for the rights check: its first role's place, or anywhere. */
    private static PlacePath placeOf(NewAccount account) {
        return account.grants().stream()
                .map(Grant::place)
                .min(Comparator.comparing(PlacePath::value))
                .orElse(PlacePath.NATION);
    }

    /** A clerk opens accounts for residents, but does not give roles to those who have one. */
    private static void requireInReach(Actor by, Grant grant, Permission needed) {
        if (!by.mayAnywhere(needed)) {
            throw new Refused.Forbidden(needed.code());
        }
        if (!by.may(needed, grant.place())) {
            throw new AccountRefused.PlaceOutOfReach(grant.place().value());
        }
        if (grant.role() == Role.OPERATOR && !by.has(Role.OPERATOR)) {
            throw new AccountRefused.RoleOutOfReach(grant.role());
        }
    }

    private static void requireMayActFor(Actor by, Actor owner) {
        var isSelf = owner.account().equals(by.accountId()) && by.scopes() == null;
        if (!isSelf) {
            var places = owner.grants().isEmpty()
                    ? List.of(PlacePath.NATION)
                    : owner.grants().stream().map(Grant::place).toList();
            places.forEach(place -> by.require(AccountPermissions.MANAGE, place));
        }
    }

    private void requireTokenForm(Actor owner, String label, Set<String> scopes, Duration validFor) {
        if (label.isBlank() || label.length() > 80) {
            throw new AccountRefused.WrongToken("label");
        }
        if (scopes.isEmpty()) {
            throw new AccountRefused.WrongToken("scopes");
        }
        if (!validFor.isPositive() || validFor.compareTo(LONGEST_TOKEN_LIFE) > 0) {
            throw new AccountRefused.WrongToken("days");
        }
        var tooWide = new TreeSet<>(scopes);
        tooWide.removeAll(scopesOf(owner));
        if (!tooWide.isEmpty()) {
            throw new AccountRefused.ScopesTooWide(tooWide);
        }
    }

    private SignedIn getSignedIn(String username) {
        return actors.findByName(username).orElseThrow(() -> new AccountRefused.Unknown(username));
    }

    private void audit(Actor by, String action, String subject, PlacePath place, String detail) {
        events.publishEvent(new Audited(by, action, subject, place, detail));
    }
}
