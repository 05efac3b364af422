@NullMarked
package org.zhuxi.platform.manifest;

import org.jspecify.annotations.NullMarked;
