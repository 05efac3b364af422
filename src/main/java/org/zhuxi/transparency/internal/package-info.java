@NullMarked
package org.zhuxi.transparency.internal;

import org.jspecify.annotations.NullMarked;
