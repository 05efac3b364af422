@NullMarked
package org.zhuxi.platform.log;

import org.jspecify.annotations.NullMarked;
