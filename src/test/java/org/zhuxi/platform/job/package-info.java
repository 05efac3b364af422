@NullMarked
package org.zhuxi.platform.job;

import org.jspecify.annotations.NullMarked;
