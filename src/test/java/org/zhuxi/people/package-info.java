@NullMarked
package org.zhuxi.people;

import org.jspecify.annotations.NullMarked;
