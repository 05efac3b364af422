package org.zhuxi.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Household;
import org.zhuxi.points.internal.AccountReader;
import org.zhuxi.points.internal.Communities;
import org.zhuxi.points.internal.LedgerAudit;
import org.zhuxi.points.internal.LedgerTotals;
import org.zhuxi.points.internal.LoggedPostings;
import org.zhuxi.points.internal.LoggedStatements;
import org.zhuxi.points.internal.StatementReader;
import org.zhuxi.points.internal.WholeLedger;
import org.zhuxi.transparency.Receipt;
import org.zhuxi.transparency.TransparencyLog;

/** The accounts of green points, for reading. Postings by hand go through {@link Postings}, rules through {@link Rewards}. */
@Service
public class Points {

    private final AccountReader accounts;
    private final StatementReader statements;
    private final LedgerTotals totals;
    private final WholeLedger wholeLedger;
    private final LedgerAudit audit;
    private final LoggedPostings logged;
    private final LoggedStatements statementsOfDays;
    private final TransparencyLog log;
    private final Communities communities;
    private final ApplicationEventPublisher events;

    Points(
            AccountReader accounts,
            StatementReader statements,
            LedgerTotals totals,
            LedgerAudit audit,
            LoggedPostings logged,
            LoggedStatements statementsOfDays,
            TransparencyLog log,
            Communities communities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.statements = statements;
        this.totals = totals;
        this.wholeLedger = new WholeLedger(() -> totals.trialBalance(true), clock);
        this.audit = audit;
        this.logged = logged;
        this.statementsOfDays = statementsOfDays;
        this.log = log;
        this.communities = communities;
        this.events = events;
    }

    /**
     * The account of a household, for its members and for those who may see it; audited for the latter.
     *
     * @throws Refused.NotFound when there is no such household
     */
    @Transactional
    public HouseholdAccount account(Actor actor, UUID household) {
        return accounts.get(readable(actor, household));
    }

    /**
     * The postings of a household, latest first, for the same people as its account.
     *
     * @param after id of the last line seen, or null for the first page
     */
    @Transactional
    public Slice<StatementLine> statement(
            Actor actor, UUID household, StatementFilter filter, int limit, @Nullable UUID after) {
        return statements.read(readable(actor, household), filter, limit, after);
    }

    /**
     * What proves that a posting of a household stands in the transparency log, for the same people as its account.
     *
     * @throws Refused.NotFound when it is no posting of that household
     */
    @Transactional
    public Receipt receipt(Actor actor, UUID household, UUID posting) {
        return logged.receipt(log, readable(actor, household), posting);
    }

    /** What the whole ledger had come to at the end of each day, the latest first; for everybody. */
    @Transactional(readOnly = true)
    public List<DailyStatement> dailyStatements(int most) {
        return statementsOfDays.list(most);
    }

    /**
     * What proves a day's statement; for everybody.
     *
     * @throws Refused.NotFound when there is none of that day
     */
    @Transactional(readOnly = true)
    public Receipt receiptOfDay(LocalDate day) {
        return statementsOfDays.receipt(log, day);
    }

    /** What many households can spend today; those without an account have 0. For modules that have checked rights. */
    @Transactional(readOnly = true)
    public Map<HouseholdRef, Long> balances(Collection<HouseholdRef> households) {
        return accounts.balances(households);
    }

    /**
     * The whole ledger added up at one moment. No transaction: who is turned away must not have taken a connection before.
     *
     * @param full whether every account and day is recomputed from its postings, at most once a minute, or a sample
     * @throws PointsRefused.BeingReckoned when it is being recomputed for somebody else
     */
    public TrialBalance trialBalance(boolean full) {
        return full ? wholeLedger.balance() : totals.trialBalance(false);
    }

    /** What was moved month by month at or below a place, latest first. */
    @Transactional(readOnly = true)
    public List<MonthTotal> months(Actor actor, PlacePath place, int most) {
        actor.require(PointsPermissions.OVERVIEW, place);
        return totals.months(communities.communitiesAt(place), most);
    }

    /** Recomputes a community's ledger from its postings; answers what does not agree, nothing when it is sound. */
    @Transactional(readOnly = true)
    public List<Finding> audit(CommunityId community) {
        return audit.of(community);
    }

    private HouseholdRef readable(Actor actor, UUID id) {
        var community = communities.communitiesOfHouseholds(List.of(id)).get(id);
        if (community == null) {
            throw new Refused.NotFound(id);
        }
        var household = new HouseholdRef(community, id);
        if (!actor.actsFor(household, PointsPermissions.READ.scope())) {
            var path = register(household).path();
            actor.require(PointsPermissions.READ, path);
            events.publishEvent(Audited.look(actor, id, path, "points"));
        }
        return household;
    }

    private Household register(HouseholdRef household) {
        var found = communities.findHouseholds(List.of(household)).get(household.id());
        if (found == null) {
            throw new Refused.NotFound(household.id());
        }
        return found;
    }
}
