@NullMarked
package org.zhuxi.platform.privacy;

import org.jspecify.annotations.NullMarked;
