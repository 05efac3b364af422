@NullMarked
package org.zhuxi.waste.internal.kit;

import org.jspecify.annotations.NullMarked;
