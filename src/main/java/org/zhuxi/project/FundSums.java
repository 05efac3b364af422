package org.zhuxi.project;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.project.internal.FundStore;

/** The money of all projects of a place in a year, by source and area of work: sums for reports, never single payments. */
@Service
public class FundSums {

    private static final String UNKNOWN = "environment"; // as types.yaml has it for other works

    private final FundStore store;
    private final ProjectTypes types;

    FundSums(FundStore store, ProjectTypes types) {
        this.store = store;
        this.types = types;
    }

    /** Movements booked for days of the year, at or below a place, in order of source and area. */
    @Transactional(readOnly = true)
    public List<FundSum> of(PlacePath at, int year) {
        return store.sums(at, year).stream()
                .map(sum -> new FundSum(
                        sum.source(),
                        areaOf(sum.area()),
                        sum.plannedFen(),
                        sum.allocatedFen(),
                        sum.paidFen(),
                        sum.projects()))
                .collect(Collectors.toMap(sum -> sum.source() + " " + sum.area(), sum -> sum, FundSum::plus))
                .values()
                .stream()
                .sorted(Comparator.comparing(FundSum::source).thenComparing(FundSum::area))
                .toList();
    }

    private String areaOf(String type) {
        Optional<ProjectType> found =
                types.list().stream().filter(one -> one.code().equals(type)).findFirst();
        return found.map(ProjectType::area).orElse(UNKNOWN);
    }
}
