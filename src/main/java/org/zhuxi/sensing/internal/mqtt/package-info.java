@NullMarked
package org.zhuxi.sensing.internal.mqtt;

import org.jspecify.annotations.NullMarked;
