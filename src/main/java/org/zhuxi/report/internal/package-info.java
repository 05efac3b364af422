@NullMarked
package org.zhuxi.report.internal;

import org.jspecify.annotations.NullMarked;
