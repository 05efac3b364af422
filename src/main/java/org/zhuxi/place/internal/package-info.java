@NullMarked
package org.zhuxi.place.internal;

import org.jspecify.annotations.NullMarked;
