@NullMarked
package org.zhuxi.platform.security;

import org.jspecify.annotations.NullMarked;
