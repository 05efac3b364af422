@NullMarked
package org.zhuxi.testing.libraries;

import org.jspecify.annotations.NullMarked;
