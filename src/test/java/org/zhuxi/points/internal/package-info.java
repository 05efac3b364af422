@NullMarked
package org.zhuxi.points.internal;

import org.jspecify.annotations.NullMarked;
