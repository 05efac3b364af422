package org.zhuxi.governance.internal.budget;

/**
 * What can be paid for.
 *
 * @param cost whole units of money, at least 0
 */
public record BudgetProject(String id, long cost, String name) {

    public BudgetProject {
        if (cost < 0) {
            throw new IllegalArgumentException("A cost is not negative: " + id);
        }
    }
}
