@NullMarked
package org.zhuxi.waste.internal.field;

import org.jspecify.annotations.NullMarked;
