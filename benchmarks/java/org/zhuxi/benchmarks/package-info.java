@NullMarked
package org.zhuxi.benchmarks;

import org.jspecify.annotations.NullMarked;
