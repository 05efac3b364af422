@NullMarked
package org.zhuxi.request.internal.patrol;

import org.jspecify.annotations.NullMarked;
