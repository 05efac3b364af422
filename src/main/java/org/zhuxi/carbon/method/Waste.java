package org.zhuxi.carbon.method;

/**
 * How a kind of waste rots in a landfill.
 *
 * @param doc degradable organic carbon, as a share of wet mass (IPCC 2006 V5 Table 2.4)
 * @param decay rate of decay in the climate of the landfill (IPCC 2006 V5 Table 3.3)
 */
public record Waste(Fraction doc, PerYear decay) {}
