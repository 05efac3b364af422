package org.zhuxi.waste.neighbour;

import org.zhuxi.kernel.Names;

/**
 * Something the young can do at home.
 *
 * @param doing what to do
 * @param showing what to tell afterwards; never a picture of a child
 * @param fromAge years, included
 * @param toAge years, included
 * @param credit points it is worth
 */
public record TaskTemplate(String code, Names names, Names doing, Names showing, int fromAge, int toAge, int credit) {

    public TaskTemplate {
        if (fromAge < 3 || toAge < fromAge || toAge > 18 || credit < 1 || credit > 10) {
            throw new IllegalArgumentException("Not a task for the young: " + code);
        }
    }
}
