package org.zhuxi.carbon.method;

/**
 * An input of a calculation: a measured amount or an emission factor. What several terms share is one variable, so that it is drawn
 * once for all of them.
 *
 * @param code unique within a model
 */
public record Variable(String code, double value, Spread spread) {}
