@NullMarked
package org.zhuxi.request.internal;

import org.jspecify.annotations.NullMarked;
