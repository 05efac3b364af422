@NullMarked
package org.zhuxi.platform.unit;

import org.jspecify.annotations.NullMarked;
