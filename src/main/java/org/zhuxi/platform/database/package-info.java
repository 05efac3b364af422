@NullMarked
package org.zhuxi.platform.database;

import org.jspecify.annotations.NullMarked;
