package org.zhuxi.account;

import java.util.List;

/**
 * What erasing an account will do, told before it is done.
 *
 * @param removes message keys of what goes
 * @param keeps message keys of what stays without a name, and why
 * @param emptiedHouseholds labels of households in which nobody with an account will be left
 * @param graceDays for how many days it can be taken back
 */
public record ErasurePlan(List<String> removes, List<String> keeps, List<String> emptiedHouseholds, int graceDays) {

    public ErasurePlan {
        removes = List.copyOf(removes);
        keeps = List.copyOf(keeps);
        emptiedHouseholds = List.copyOf(emptiedHouseholds);
    }
}
