@NullMarked
package org.zhuxi.sensing.internal.rollup;

import org.jspecify.annotations.NullMarked;
