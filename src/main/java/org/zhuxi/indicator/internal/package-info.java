@NullMarked
package org.zhuxi.indicator.internal;

import org.jspecify.annotations.NullMarked;
