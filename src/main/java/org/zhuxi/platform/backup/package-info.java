@NullMarked
package org.zhuxi.platform.backup;

import org.jspecify.annotations.NullMarked;
