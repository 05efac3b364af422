@NullMarked
package org.zhuxi.platform.operations;

import org.jspecify.annotations.NullMarked;
