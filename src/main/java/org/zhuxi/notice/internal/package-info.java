@NullMarked
package org.zhuxi.notice.internal;

import org.jspecify.annotations.NullMarked;
