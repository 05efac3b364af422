package org.zhuxi.project;

import org.zhuxi.kernel.Names;

/**
 * A kind of improvement, as {@code project/types.yaml} declares it.
 *
 * @param code stable, such as {@code elevator}
 * @param unit in which its extent is told, such as km or 台
 * @param area which of the five areas of the 2020 standard it serves
 * @param micro whether it is a micro-renovation (微改造)
 */
public record ProjectType(String code, Names names, Names unit, String area, boolean micro) {}
