package org.zhuxi.waste.buyback;

import java.util.List;

/** What is to be paid, line by line, by the prices of the day. */
public record Quote(List<Line> lines) {

    public Quote {
        lines = List.copyOf(lines);
    }

    /** Fen for all lines. */
    public long amountFen() {
        return lines.stream().mapToLong(Line::amountFen).reduce(0, Math::addExact);
    }

    /** Grams of all lines. */
    public long massG() {
        return lines.stream().mapToLong(Line::massG).reduce(0, Math::addExact);
    }

    /**
     * @param massG grams; below zero in a reversal
     * @param amountFen fen; below zero in a reversal
     */
    public record Line(Material material, long massG, long priceFenPerKg, long amountFen) {

        static Line of(Material material, long massG, long priceFenPerKg) {
            return new Line(material, massG, priceFenPerKg, Money.fen(massG, priceFenPerKg));
        }

        /** The same with the opposite sign. */
        public Line opposite() {
            return new Line(material, -massG, priceFenPerKg, -amountFen);
        }
    }
}
