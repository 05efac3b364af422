package org.zhuxi.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.AuditTrail;
import org.zhuxi.account.Consents;
import org.zhuxi.account.Erasures;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.account.PersonalExport;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.privacy.PersonalData;
import org.zhuxi.points.Points;
import org.zhuxi.testing.Owner;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What somebody takes along, and that nothing names him when he is gone. */
@ZhuxiTest
@Import(World.class)
class ErasureTests {

    private final World worlds;
    private final Accounts accounts;
    private final HouseholdMembers members;
    private final Consents consents;
    private final Erasures erasures;
    private final PersonalExport export;
    private final Activities activities;
    private final EvidenceFiles files;
    private final Points points;
    private final AuditTrail trail;
    private final ObjectProvider<PersonalData> parts;
    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private World.Made world;
    private Family family;

    ErasureTests(
            World worlds,
            Accounts accounts,
            HouseholdMembers members,
            Consents consents,
            Erasures erasures,
            PersonalExport export,
            Activities activities,
            EvidenceFiles files,
            Points points,
            AuditTrail trail,
            ObjectProvider<PersonalData> parts,
            JdbcClient jdbc,
            FlywayConnectionDetails owner) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.members = members;
        this.consents = consents;
        this.erasures = erasures;
        this.export = export;
        this.activities = activities;
        this.files = files;
        this.points = points;
        this.trail = trail;
        this.parts = parts;
        this.jdbc = jdbc;
        this.owner = Owner.of(owner);
    }

    @BeforeEach
    void settle() {
        world = worlds.make(3);
        family = Family.in(world, 1, accounts);
    }

    @Test
    void theExportHoldsEveryModulesPartAndExplainsItself() throws IOException {
        family.child(members, accounts);
        drop();
        var head = family.head(accounts);
        consents.give(head, head.account(), "contact");

        var archive = export(Locale.SIMPLIFIED_CHINESE);

        assertThat(archive.keySet())
                .contains(
                        "account/profile.csv",
                        "account/profile.json",
                        "account/consents.csv",
                        "place/households.csv",
                        "activity/records.csv",
                        "points/statement.csv",
                        "waste/sorting.csv",
                        "README.txt");
        assertThat(archive.get("account/profile.json")).contains(family.name(), family.phone(), family.username());
        assertThat(archive.get("account/household-members.csv")).contains("小宝");
        assertThat(archive.get("activity/records.json")).contains("waste.drop.kitchen");
        assertThat(archive.get("points/accounts.csv")).contains(family.id().toString());
        assertThat(archive.get("README.txt"))
                .contains("您的数据", "activity/records")
                .doesNotContain(".export.");
        assertThat(export(Locale.ENGLISH).get("README.txt"))
                .contains("your data")
                .doesNotMatch("(?s).*\\p{IsHan}.*");
    }

    @Test
    void everyModuleWithPersonalDataTakesPart() {
        assertThat(parts.stream().map(PersonalData::module))
                .contains("account", "place", "activity", "points", "waste")
                .doesNotHaveDuplicates();
    }

    @Test
    void aTokenFetchesItsOwnersDataOnlyWithTheScopeForIt() {
        var head = family.head(accounts);
        var limited = new org.zhuxi.kernel.Actor(
                head.account(), head.name(), head.grants(), head.households(), Set.of("points:read"));

        assertThatThrownBy(() -> export.begin(limited)).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> erasures.request(limited)).isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void noTableNamesTheErasedPersonAnyMore() throws IOException {
        var head = family.head(accounts);
        family.child(members, accounts);
        drop();
        consents.noteOnPaper(
                accounts.actorOf(world.username("clerk")), head.account(), "contact", true, family.name() + "的同意书");
        accounts.issueToken(
                head, family.username(), family.name() + "的秤", Set.of("points:read"), java.time.Duration.ofDays(1));
        accounts.grant(
                World.founder(),
                family.username(),
                new Grant(Role.VOLUNTEER, world.path()),
                family.name() + "公司",
                null);
        export(Locale.ENGLISH);
        assertThat(Traces.of(family, jdbc)).isNotEmpty();

        eraseNow();

        assertThat(Traces.of(family, jdbc)).isEmpty();
        assertThatThrownBy(() -> accounts.actorOf(family.username())).isInstanceOf(AccountRefused.Unknown.class);
        assertThatThrownBy(() -> accounts.actorOf(family.phone())).isInstanceOf(AccountRefused.Unknown.class);
    }

    @Test
    void recordsAndPointsStayAndTheAuditKeepsTheId() {
        var head = family.head(accounts).account();
        var record = drop();

        eraseNow();

        var clerk = accounts.actorOf(world.username("clerk"));
        assertThat(activities.get(clerk, record).household()).isEqualTo(family.id());
        assertThat(points.account(clerk, family.id()).credits()).isPositive();
        assertThat(jdbc.sql("select count(*) from account.audit_entry where account_id = ? or subject = ?")
                        .param(head)
                        .param(head.toString())
                        .query(Long.class)
                        .single())
                .isPositive();
        var audit = trail.list(
                accounts.actorOf(world.username("head")),
                world.path(),
                new AuditTrail.Filter("household.member", "", null),
                10,
                null);
        assertThat(audit.items())
                .allMatch(entry -> entry.erased() || !entry.name().equals(family.name()));
    }

    @Test
    void photosNoRecordNeedsGoAndPhotosThatProveOneStay() throws IOException {
        var head = family.head(accounts);
        var unused = photo(head, 7);
        var used = photo(head, 9);
        activities.record(accounts.actorOf(world.username("steward")), List.of(submission(List.of(used))));

        eraseNow();

        assertThat(jdbc.sql("select sha256 from activity.evidence where community_id = ?")
                        .param(world.community().value())
                        .query(String.class)
                        .list())
                .contains(used)
                .doesNotContain(unused);
    }

    @Test
    void theLastOneOfAHouseholdTakesTheListedChildrenAlongAndTheHouseholdStays() {
        var child = family.child(members, accounts);

        assertThat(erasures.plan(family.head(accounts)).emptiedHouseholds()).hasSize(1);
        eraseNow();

        assertThat(members.list(accounts.actorOf(world.username("clerk")), family.id()))
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from account.household_member where id = ? and until is not null")
                        .param(child)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from account.audit_entry where action = ? and subject = ?")
                        .param("household.without-members")
                        .param(family.id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anotherGrownUpBecomesGuardian() {
        var child = family.child(members, accounts);
        members.join(
                accounts.actorOf(world.username("verifier")), members.invite(family.head(accounts), family.id(), null));

        eraseNow();

        var left = members.list(accounts.actorOf(world.username("clerk")), family.id());
        assertThat(left).extracting(HouseholdMember::id).contains(child);
        assertThat(left).filteredOn(member -> member.id().equals(child)).allMatch(member -> member.guardian() != null);
    }

    @Test
    void whoCannotBeErasedHoldsUpNobody() {
        var stuck = accounts.actorOf(world.username("clerk"));
        var head = family.head(accounts);
        erasures.request(stuck);
        erasures.request(head);
        makeDue(stuck.account());
        makeDue(head.account());
        owner.sql("""
                        create function account.refuse_erasure() returns trigger language plpgsql
                        as 'begin raise exception ''not now''; end'""").update();
        owner.sql("create trigger stuck before update on account.erasure for each row when (old.account_id = '"
                        + stuck.account() + "') execute function account.refuse_erasure()")
                .update();
        try {
            erasures.eraseDue();
        } finally {
            owner.sql("drop trigger stuck on account.erasure").update();
            owner.sql("drop function account.refuse_erasure").update();
        }

        assertThat(erasures.find(stuck)).isPresent();
        assertThat(accounts.findActor(head.account())).isEmpty();
    }

    @Test
    void aRequestWaitsAndCanBeTakenBack() {
        var head = family.head(accounts);
        erasures.request(head);
        assertThatThrownBy(() -> erasures.request(head)).isInstanceOf(PeopleRefused.ErasureWaits.class);
        erasures.eraseDue();
        assertThat(family.head(accounts).account()).isEqualTo(head.account());

        erasures.takeBack(head);
        makeDue(head.account());
        erasures.eraseDue();

        assertThat(family.head(accounts).account()).isEqualTo(head.account());
        assertThat(erasures.find(head)).isEmpty();
    }

    @Test
    void aRequestIsDoneWhenItsDaysAreOver() {
        var head = family.head(accounts);
        erasures.request(head);
        makeDue(head.account());

        assertThat(erasures.eraseDue()).isPositive();

        assertThatThrownBy(() -> family.head(accounts)).isInstanceOf(AccountRefused.Unknown.class);
        assertThat(Traces.of(family, jdbc)).isEmpty();
    }

    @Test
    void onlyThoseWhoManageAccountsThereEraseOthersAndSayWhy() {
        var head = family.head(accounts).account();
        var clerk = accounts.actorOf(world.username("clerk"));
        var chief = accounts.actorOf(world.username("head"));

        assertThatThrownBy(() -> erasures.eraseNow(clerk, head, "登记错误")).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> erasures.eraseNow(chief, head, " ")).isInstanceOf(PeopleRefused.NoteMissing.class);
        assertThatThrownBy(
                        () -> erasures.eraseNow(accounts.actorOf(worlds.make(1).username("head")), head, "登记错误"))
                .isInstanceOf(Refused.Forbidden.class);
    }

    private void eraseNow() {
        var chief = accounts.actorOf(world.username("head"));
        erasures.eraseNow(chief, family.head(accounts).account(), "本人到场要求");
    }

    private UUID drop() {
        var submission = submission(List.of());
        activities.record(accounts.actorOf(world.username("steward")), List.of(submission));
        return submission.id();
    }

    private Submission submission(List<String> evidence) {
        return new Submission(
                Ids.next(),
                "waste.drop.kitchen",
                world.communityCode(),
                family.id(),
                null,
                Instant.now(),
                Map.of("mass", new Measured(new BigDecimal("1.2"), "kg")),
                "A",
                null,
                evidence,
                null);
    }

    private String photo(org.zhuxi.kernel.Actor by, int size) throws IOException {
        var picture = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(size, size, java.awt.image.BufferedImage.TYPE_INT_RGB),
                "png",
                picture);
        return files.keep(by, world.communityCode(), new ByteArrayInputStream(picture.toByteArray()))
                .sha256();
    }

    private void makeDue(UUID account) {
        jdbc.sql("update account.erasure set due_at = now() - interval '1 minute' where account_id = ?")
                .param(account)
                .update();
    }

    private Map<String, String> export(Locale locale) throws IOException {
        return Archive.of(export, family.head(accounts), locale);
    }
}
