package org.zhuxi.governance.internal.budget;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;

/** What each group of voters has left, as exact fractions. */
final class ExactPurses {

    private final Electorate electorate;
    private final BigFraction[] left;
    private int bought;

    ExactPurses(Electorate electorate, BigFraction endowment) {
        this.electorate = electorate;
        this.left = new BigFraction[electorate.sizes.length];
        Arrays.fill(left, endowment);
    }

    /** Buys what was bought since it was asked last. */
    ExactPurses after(Iterable<Integer> purchases) {
        var seen = 0;
        for (var project : purchases) {
            if (seen++ >= bought) {
                buy(project);
            }
        }
        return this;
    }

    /** What the backers of a project have left together. */
    BigFraction money(int project) {
        var sum = BigFraction.ZERO;
        for (var group : electorate.backers[project].groups()) {
            sum = sum.add(left[group].multiply(electorate.sizes[group]));
        }
        return sum;
    }

    boolean canPay(int project) {
        return money(project).compareTo(BigFraction.of(electorate.cost(project))) >= 0;
    }

    /** Price of one unit of worth; whoever has less than that pays all he has. Only for what can be paid. */
    BigFraction price(int project) {
        var backers = electorate.backers[project];
        var groups = backers.groups();
        var capped = new boolean[groups.length];
        var rest = BigFraction.of(electorate.cost(project));
        var worth = backers.totalWorth();
        while (true) {
            var price = rest.divide(BigFraction.of(worth));
            var isSettled = true;
            for (var i = 0; i < groups.length; i++) {
                if (!capped[i] && left[groups[i]].compareTo(price.multiply(BigFraction.of(backers.worth()[i]))) < 0) {
                    capped[i] = true;
                    isSettled = false;
                    rest = rest.subtract(left[groups[i]].multiply(electorate.sizes[groups[i]]));
                    worth -= backers.worth()[i] * electorate.sizes[groups[i]];
                }
            }
            if (isSettled) {
                return price;
            }
        }
    }

    void buy(int project) {
        var price = price(project);
        var backers = electorate.backers[project];
        for (var i = 0; i < backers.groups().length; i++) {
            var group = backers.groups()[i];
            var due = price.multiply(BigFraction.of(backers.worth()[i]));
            left[group] = due.compareTo(left[group]) < 0 ? left[group].subtract(due) : BigFraction.ZERO;
        }
        bought++;
    }
}
