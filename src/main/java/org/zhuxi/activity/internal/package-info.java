@NullMarked
package org.zhuxi.activity.internal;

import org.jspecify.annotations.NullMarked;
