@NullMarked
package org.zhuxi.crash;

import org.jspecify.annotations.NullMarked;
