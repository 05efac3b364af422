@NullMarked
package org.zhuxi.platform.time;

import org.jspecify.annotations.NullMarked;
