@NullMarked
package org.zhuxi.account.internal;

import org.jspecify.annotations.NullMarked;
