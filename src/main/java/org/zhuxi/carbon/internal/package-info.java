@NullMarked
package org.zhuxi.carbon.internal;

import org.jspecify.annotations.NullMarked;
