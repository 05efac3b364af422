@NullMarked
package org.zhuxi.journeys;

import org.jspecify.annotations.NullMarked;
