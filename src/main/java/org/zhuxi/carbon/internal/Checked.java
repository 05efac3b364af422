package org.zhuxi.carbon.internal;

import java.util.List;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.StatementDocument;
import org.zhuxi.kernel.Names;

/**
 * What is to be reckoned, with every part found right.
 *
 * @param code of the place
 * @param year of the period
 */
public record Checked(
        NewStatement statement, String code, Names place, int year, List<StatementDocument.Input> inputs) {}
