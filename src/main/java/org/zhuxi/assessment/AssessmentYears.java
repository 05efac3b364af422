package org.zhuxi.assessment;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.cycle.YearStore;
import org.zhuxi.kernel.PlacePath;

/** What the cycles of a year come to at a place, whoever runs them and by whatever standard: counts for reports. */
@Service
@Transactional(readOnly = true)
public class AssessmentYears {

    private final YearStore store;
    private final Standards standards;

    AssessmentYears(YearStore store, Standards standards) {
        this.store = store;
        this.standards = standards;
    }

    /**
     * How the assessments of a year that were scored at or below a place stand with each criterion, a sheet a standard, that
     * with the most results first. Nothing is added across standards, for they ask different things.
     */
    public List<CriterionSheet> criteria(int year, PlacePath at) {
        return CriterionSheet.of(store.criteria(year, at), at, standards::get);
    }

    /** How many communities enrolled in each month of a year that has any, the first first; withdrawn ones do not count. */
    public List<MonthCount> enrolments(int year, PlacePath at) {
        return store.enrolments(year, at);
    }

    /** How each urban community of the year's registers stands, in order of place; in several cycles, by the one in which it came furthest. */
    public List<MemberStanding> members(int year, PlacePath at, int limit) {
        return store.members(year, at, limit);
    }
}
