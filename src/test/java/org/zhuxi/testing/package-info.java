@NullMarked
package org.zhuxi.testing;

import org.jspecify.annotations.NullMarked;
