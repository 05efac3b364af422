@NullMarked
package org.zhuxi.launcher;

import org.jspecify.annotations.NullMarked;
