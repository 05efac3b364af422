package org.zhuxi.carbon.method;

/**
 * A part of a result: an amount times what a unit of it emits.
 *
 * @param amount code of the variable
 * @param share with its sign: positive where emission is avoided, negative where there is one; a share of a baseline is less than one
 */
public record Term(String amount, double share, Formula formula) {}
