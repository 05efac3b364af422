@NullMarked
package org.zhuxi.platform.start;

import org.jspecify.annotations.NullMarked;
