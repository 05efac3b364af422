package org.zhuxi.project;

import java.util.LinkedHashMap;
import java.util.List;

/** The money of a project: its movements, and what they add up to by source and payer. */
public record FundSheet(List<FundMovement> movements, List<FundLine> lines) {

    public FundSheet {
        movements = List.copyOf(movements);
        lines = List.copyOf(lines);
    }

    private record Key(FundSource source, String payer) {}

    /** Adds up movements in the order in which they were booked. */
    public static FundSheet of(List<FundMovement> movements) {
        var lines = new LinkedHashMap<Key, FundLine>();
        movements.forEach(movement -> {
            var key = new Key(movement.source(), movement.payer());
            var line = lines.getOrDefault(key, new FundLine(key.source(), key.payer(), 0, 0, 0, false));
            lines.put(key, line.plus(movement));
        });
        return new FundSheet(movements, List.copyOf(lines.values()));
    }

    public long plannedFen() {
        return lines.stream().mapToLong(FundLine::plannedFen).reduce(0, Math::addExact);
    }

    public long allocatedFen() {
        return lines.stream().mapToLong(FundLine::allocatedFen).reduce(0, Math::addExact);
    }

    public long paidFen() {
        return lines.stream().mapToLong(FundLine::paidFen).reduce(0, Math::addExact);
    }

    /**
     * This sheet with one movement more.
     *
     * @throws ProjectRefused.AboveLine when more would be allocated than planned, or paid than allocated
     */
    public FundSheet plus(FundMovement movement) {
        var next = new java.util.ArrayList<>(movements);
        next.add(movement);
        var sheet = of(next);
        var unsound = sheet.lines().stream().filter(line -> !line.isSound()).findFirst();
        if (unsound.isPresent()) {
            throw new ProjectRefused.AboveLine(movement, roomFen(movement));
        }
        return sheet;
    }

    private long roomFen(FundMovement movement) {
        return lines.stream()
                .filter(line ->
                        line.source() == movement.source() && line.payer().equals(movement.payer()))
                .mapToLong(line -> line.roomFen(movement.kind()))
                .findFirst()
                .orElse(0);
    }

    /** Whether a movement has been taken back. */
    public boolean isReversed(java.util.UUID movement) {
        return movements.stream().anyMatch(it -> movement.equals(it.reverses()));
    }
}
