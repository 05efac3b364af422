/** What is known about composting, as pure functions: recipe, sanitisation, mass balance, maturity, outliers. */
@NamedInterface("process")
@NullMarked
package org.zhuxi.compost.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
