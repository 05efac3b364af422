package org.zhuxi.activity;

import java.util.List;
import org.zhuxi.kernel.Names;

/**
 * A published number that follows from records.
 *
 * @param code stable, such as {@code waste.kitchen.mass}
 * @param formula how it is reckoned, in plain words
 * @param unit as people read it
 * @param kinds codes of the kinds whose records count
 * @param quantity the quantity that is summed, such as {@code mass}; it says nothing about a count of households
 * @param decimals shown
 */
public record FigureDeclaration(
        String code, Names names, Names formula, Names unit, List<String> kinds, String quantity, int decimals) {

    public FigureDeclaration {
        kinds = List.copyOf(kinds);
    }
}
