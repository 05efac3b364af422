@NullMarked
package org.zhuxi.sensing.internal.query;

import org.jspecify.annotations.NullMarked;
