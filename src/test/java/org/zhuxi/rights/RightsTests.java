package org.zhuxi.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.zhuxi.testing.FormToken.csrf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.internal.session.Proofs;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.rights.EndpointRight;
import org.zhuxi.platform.rights.EndpointRight.Of;
import org.zhuxi.platform.rights.EndpointRight.Shows;
import org.zhuxi.platform.rights.PermissionRight;
import org.zhuxi.platform.rights.RightsMatrix;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Stations;

/** Every page and endpoint of the program does what {@code rights/<module>.yaml} says: for every role, place and household. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTests {

    private static final Set<Integer> DENIED = Set.of(401, 403, 404);

    /** A request refused for its form before anybody asks for rights tries nothing: the row needs a better one. */
    private static final Set<Integer> MALFORMED = Set.of(400, 405, 406, 415);

    /** What became of the only item of a batch. */
    private static final Pattern ITEM =
            Pattern.compile("\\A\\{\"results\":\\[\\{.*\"status\":(\\d{3})", Pattern.DOTALL);

    private final RightsMatrix rights;
    private final Manifests manifests;
    private final RequestMappingHandlerMapping mappings;
    private final MockMvc web;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final World worlds;
    private final Stations stations;
    private final Activities activities;
    private final EvidenceFiles files;
    private final Accounts accounts;
    private final HouseholdMembers members;
    private final AutowireCapableBeanFactory beans;
    private final WasteScenery waste;
    private Cast cast;
    private Scenery scenery;
    private Tries tries;

    RightsTests(
            RightsMatrix rights,
            Manifests manifests,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            MockMvc web,
            JdbcClient jdbc,
            TransactionOperations transactions,
            World worlds,
            Stations stations,
            Activities activities,
            EvidenceFiles files,
            Accounts accounts,
            HouseholdMembers members,
            AutowireCapableBeanFactory beans) {
        this.rights = rights;
        this.manifests = manifests;
        this.mappings = mappings;
        this.web = web;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.worlds = worlds;
        this.stations = stations;
        this.activities = activities;
        this.files = files;
        this.accounts = accounts;
        this.members = members;
        this.beans = beans;
        this.waste = beans.createBean(WasteScenery.class);
    }

    @BeforeAll
    void settle() {
        scenery = Scenery.make(worlds, stations, activities, files, accounts, members, waste);
        cast = new Cast(accounts, username -> waste.welcome(scenery.made(), username));
        var words = beans.createBean(PointsScenery.class).in(scenery);
        words.putAll(beans.createBean(IndicatorScenery.class).in(scenery.made()));
        words.putAll(beans.createBean(ProjectScenery.class).in(scenery.made()));
        words.putAll(beans.createBean(StandardScenery.class).in(scenery.made()));
        words.putAll(beans.createBean(AssessmentScenery.class).in(scenery.made()));
        words.putAll(beans.createBean(ReportScenery.class).in(scenery.made()));
        words.putAll(beans.createBean(GovernanceScenery.class).in(scenery.made(), scenery.household()));
        words.putAll(beans.createBean(CarbonScenery.class).in(scenery.made()));
        words.putAll(beans.createBean(CompostScenery.class).in(scenery.made()));
        words.putAll(beans.createBean(RequestScenery.class).in(scenery.made()));
        words.putAll(beans.createBean(SensingScenery.class).in(scenery.made()));
        tries = new Tries(words);
    }

    @Test
    void everyPageAndEndpointIsNamed() {
        var named = rights.endpoints().stream().map(EndpointRight::key).collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((info, handler) -> keysOf(info)
                        .filter(key -> !named.contains(key))
                        .forEach(key -> missing.add(
                                "src/main/resources/rights/%s.yaml, under endpoints:, add  \"%s: <permission>\", \"%s: signed-in\" or \"%s: open\"  (%s)"
                                        .formatted(moduleOf(handler.getBeanType()), key, key, key, handler))));

        assertThat(missing).isEmpty();
    }

    @Test
    void noRowIsLeftOver() {
        var there = mappings.getHandlerMethods().keySet().stream()
                .flatMap(RightsTests::keysOf)
                .collect(Collectors.toSet());

        assertThat(rights.endpoints().stream().filter(row -> !row.byFilter()).map(EndpointRight::key))
                .as("rows of rights/*.yaml without a page or endpoint")
                .allMatch(there::contains);
    }

    @Test
    void everyPermissionIsWrittenAsItIsInTheProgram() {
        var written = rights.permissions().stream()
                .map(right -> new Permission(right.code(), right.scope(), right.roles()))
                .map(RightsTests::line)
                .toList();
        var real = manifests.permissions().stream().map(RightsTests::line).toList();

        assertThat(written)
                .as("permissions in rights/*.yaml (code, scope, roles) against those of the manifests")
                .containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void everyNeedIsAPermission() {
        var known = rights.permissions().stream().map(PermissionRight::code).collect(Collectors.toSet());

        assertThat(rights.endpoints().stream().filter(EndpointRight::isGuarded).flatMap(row -> row.needs().stream()))
                .isSubsetOf(known);
    }

    @Test
    void whatIsAboutAHouseholdOrAPlaceIsTried() {
        assertThat(rights.endpoints().stream()
                        .filter(row -> row.of() != Of.OWN_PLACES || row.shows() != Shows.NOTHING)
                        .filter(row -> !tries.knows(row))
                        .map(row ->
                                "src/test/resources/rights-tries/%s.yaml, add  \"%s: {id: $household}\"  with the fields it needs; known words: %s"
                                        .formatted(
                                                row.module(),
                                                row.key(),
                                                scenery.words().keySet())))
                .isEmpty();
    }

    @Test
    void aVisitorSeesOnlyWhatIsOpen() {
        var faults = new ArrayList<String>();
        for (var row : tested()) {
            var status = status(row, null);
            var isKept = status == 401 || status == 403 || status == 302 && !row.isOpen();
            if (row.isOpen() == isKept) {
                faults.add("a visitor gets %d from %s".formatted(status, row.key()));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyRoleMayInItsPlaceWhatIsWrittenAndNoMore() {
        var faults = new ArrayList<String>();
        for (var row : guarded()) {
            var others = EnumSet.noneOf(Role.class);
            for (var role : Role.values()) {
                var may = brings(row, role, false);
                if (may || row.needs().size() > 1) {
                    check(row, cast.as(role, scenery.path()), may, role + " in its own place", faults);
                } else {
                    others.add(role);
                }
            }
            checkTogether(row, others, faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aRoleHoldsBelowItsPlaceButNeitherBesideNorAbove() {
        var faults = new ArrayList<String>();
        for (var row : guarded()) {
            var role = Arrays.stream(Role.values())
                    .filter(one -> brings(row, one, true))
                    .findFirst()
                    .orElseThrow();
            var nation = !brings(row, role, false);
            check(row, cast.as(role, PlacePath.NATION), true, role + " of the nation", faults);
            check(row, cast.as(role, scenery.street()), !nation, role + " of the street", faults);
            if (row.of() != Of.OWN_PLACES) {
                check(row, cast.as(role, scenery.beside()), false, role + " of the next community", faults);
                check(row, cast.as(role, scenery.otherBuilding()), false, role + " of another building", faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aHouseholdSeesItselfAndNoOther() {
        var faults = new ArrayList<String>();
        for (var row : guarded()) {
            var isOwn = row.members();
            check(row, cast.memberOf(scenery.household()), isOwn, "a member of the household", faults);
            if (row.of() == Of.HOUSEHOLD) {
                check(row, cast.memberOf(scenery.neighbours()), false, "a neighbour", faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatBelongsToAHouseholdOrAPersonIsTheirsAlone() {
        var faults = new ArrayList<String>();
        for (var row : tested().stream().filter(EndpointRight::isOwn).toList()) {
            var owner = tries.owner(row).isEmpty()
                    ? cast.memberOf(scenery.household())
                    : cast.known(scenery.made().username(tries.owner(row)));
            check(row, owner, true, "the owner", faults);
            check(row, cast.memberOf(scenery.neighbours()), false, "a neighbour", faults);
            check(row, cast.asAll(EnumSet.allOf(Role.class), scenery.path()), false, "all roles together", faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsForEverybodySignedInIsRefusedToNobody() {
        var faults = new ArrayList<String>();
        for (var row :
                tested().stream().filter(EndpointRight::isForEverybodySignedIn).toList()) {
            check(row, cast.asAll(Set.of(), scenery.path()), true, "somebody without a role", faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatConcernsTheSafetyOfAnAccountWantsARecentProof() {
        var sensitive = tested().stream().filter(EndpointRight::recentProof).toList();
        var faults = new ArrayList<String>();
        for (var row : sensitive) {
            var somebody = somebodyFor(row);
            var longAgo = UsernamePasswordAuthenticationToken.authenticated(
                    Objects.requireNonNull(somebody.getPrincipal()),
                    null,
                    List.of(Proofs.of(
                            FactorGrantedAuthority.PASSWORD_AUTHORITY,
                            Instant.now().minus(Duration.ofMinutes(16)))));
            var status = status(row, longAgo);
            if (status != 403) {
                faults.add("an old proof gets %d from %s".formatted(status, row.key()));
            }
        }
        assertThat(sensitive).hasSizeGreaterThan(15);
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingIsChangedByLooking() {
        var faults = new ArrayList<String>();
        for (var row :
                tested().stream().filter(row -> row.method().equals("GET")).toList()) {
            var somebody = somebodyFor(row);
            var changed = transactions.execute(transaction -> {
                transaction.setRollbackOnly();
                var before = written();
                perform(row, somebody);
                var after = written();
                after.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
                return after.keySet();
            });
            if (!changed.isEmpty()) {
                faults.add(row.key() + " changes " + changed);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Rows that this connection has written so far, by table, without what a look may leave: who looked, and who tries codes; what it did before is not always forgotten yet. */
    private Map<String, Long> written() {
        return jdbc.sql("""
                        select schemaname || '.' || relname as name, n_tup_ins + n_tup_upd + n_tup_del as rows
                        from pg_stat_xact_user_tables
                        where n_tup_ins + n_tup_upd + n_tup_del > 0
                          and schemaname || '.' || relname not in
                              ('account.audit_entry', 'account.session', 'account.session_attributes',
                                  'account.sign_in_attempt')
                        """).query(Written.class).list().stream()
                .collect(Collectors.toMap(Written::name, Written::rows, Long::sum, TreeMap::new));
    }

    record Written(String name, long rows) {}

    @Test
    void everyAnswerSaysWhatItIsAndWhatIsPersonalIsKeptNowhereOnTheWay() throws Exception {
        var faults = new ArrayList<String>();
        for (var row :
                tested().stream().filter(row -> row.method().equals("GET")).toList()) {
            var answer = answer(row, somebodyFor(row));
            var type = Objects.requireNonNullElse(answer.getContentType(), "");
            if (answer.getStatus() == 200 && !type.matches("(text/.+charset=UTF-8|application/.+|image/.+)")) {
                faults.add(row.key() + " says it is " + type);
            }
            if (!row.isOpen()
                    && !String.valueOf(answer.getHeader("Cache-Control")).matches(".*(no-store|private).*")) {
                faults.add(row.key() + " may be kept: " + answer.getHeader("Cache-Control"));
            }
            var name = String.valueOf(answer.getHeader("Content-Disposition"));
            if (!name.matches("null|(attachment|inline)(; filename=\"?[\\w.-]+\"?)?")) {
                faults.add(row.key() + " is called " + name);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Somebody who may. */
    private Authentication somebodyFor(EndpointRight row) {
        if (row.isOwn() && !tries.owner(row).isEmpty()) {
            return cast.known(scenery.made().username(tries.owner(row)));
        }
        return row.isGuarded() ? cast.as(staffFor(row), PlacePath.NATION) : cast.memberOf(scenery.household());
    }

    @Test
    void everyLookOfStaffAtAHouseholdIsKeptAndAMembersIsNot() {
        var faults = new ArrayList<String>();
        for (var row : rights.endpoints()) {
            if (row.shows() != Shows.NOTHING) {
                var role = row.isForEverybodySignedIn() ? Role.STEWARD : staffFor(row);
                if (looksAfter(row, cast.as(role, scenery.path())) == 0) {
                    faults.add(role + " looks through " + row.key() + " and nothing is kept");
                }
                if (row.members() && looksAfter(row, cast.memberOf(scenery.household())) > 0) {
                    faults.add("a member looks through " + row.key() + " as if he were staff");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private Role staffFor(EndpointRight row) {
        return Arrays.stream(Role.values())
                .filter(one -> brings(row, one, true))
                .findFirst()
                .orElseThrow();
    }

    /** How many lines tell the household of a look at it, or at a list in which it stands. */
    private long looksAfter(EndpointRight row, Authentication who) {
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            perform(row, who);
            return jdbc.sql("""
                            select count(*) from account.audit_entry
                            where id > :before and account_id = :who
                              and case when :list then action like '%.list' or action = 'activity.review'
                                       else action = 'household.read' and subject = :household end
                            """)
                    .param("before", scenery.before())
                    .param("who", accountOf(who))
                    .param("list", row.shows() == Shows.LIST)
                    .param("household", scenery.household().id().toString())
                    .query(Long.class)
                    .single();
        });
    }

    private static UUID accountOf(Authentication who) {
        return ((SignedIn) Objects.requireNonNull(who.getPrincipal())).actor().account();
    }

    /** What somebody with all these roles may not do, none of them may; who it was is asked only when he may. */
    private void checkTogether(EndpointRight row, Set<Role> roles, List<String> faults) {
        if (!DENIED.contains(status(row, cast.asAll(roles, scenery.path())))) {
            roles.forEach(role -> check(row, cast.as(role, scenery.path()), false, role + " in its own place", faults));
        }
    }

    private void check(EndpointRight row, Authentication who, boolean may, String name, List<String> faults) {
        var status = status(row, who);
        var isDenied = DENIED.contains(status);
        var isAllowed =
                status < 500 && (!isDenied || status == 404 && tries.findsNone(row)) && !isMalformed(row, status);
        if (may ? !isAllowed : !isDenied) {
            faults.add("%s %s, but gets %d from %s".formatted(name, may ? "may" : "may not", status, row.key()));
        }
    }

    /** A file of the wrong type is told only after the rights; without a try nobody sent a file. */
    private boolean isMalformed(EndpointRight row, int status) {
        return MALFORMED.contains(status) && !(status == 415 && tries.knows(row));
    }

    private int status(EndpointRight row, @Nullable Authentication who) {
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            return perform(row, who);
        });
    }

    private int perform(EndpointRight row, @Nullable Authentication who) {
        try {
            var response = answer(row, who);
            var item = ITEM.matcher(response.getStatus() == 200 ? response.getContentAsString() : "");
            return item.find() ? Integer.parseInt(item.group(1)) : response.getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(row.key(), e);
        }
    }

    private MockHttpServletResponse answer(EndpointRight row, @Nullable Authentication who) throws Exception {
        var request = tries.request(row).header("Accept", "text/html,*/*").with(csrf());
        return web.perform(who == null ? request : request.with(authentication(who)))
                .andReturn()
                .getResponse();
    }

    private List<EndpointRight> tested() {
        return rights.endpoints().stream()
                .filter(row -> !row.byFilter() && !row.method().equals("ANY"))
                .toList();
    }

    private List<EndpointRight> guarded() {
        return tested().stream().filter(EndpointRight::isGuarded).toList();
    }

    private boolean brings(EndpointRight row, Role role, boolean nation) {
        return rights.permissions().stream()
                .filter(right -> row.needs().contains(right.code()))
                .allMatch(right -> right.roles().contains(role) && (nation || !right.nationOnly()));
    }

    private static Stream<String> keysOf(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var names = methods.isEmpty()
                ? List.of("ANY")
                : methods.stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> names.stream().map(name -> name + " " + pattern));
    }

    private static String moduleOf(Class<?> type) {
        var name = type.getPackageName();
        return name.startsWith("org.zhuxi.") ? name.split("\\.")[2] : "platform";
    }

    private static Map.Entry<String, Set<?>> line(Permission permission) {
        return Map.entry(permission.code() + " " + permission.scope(), new TreeSet<>(permission.roles()));
    }
}
