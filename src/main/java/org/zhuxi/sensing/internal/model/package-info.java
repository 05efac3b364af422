@NullMarked
package org.zhuxi.sensing.internal.model;

import org.jspecify.annotations.NullMarked;
