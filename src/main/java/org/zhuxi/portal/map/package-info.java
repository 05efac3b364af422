/** Communities, what stands in them and the sites, on a map. */
@NullMarked
package org.zhuxi.portal.map;

import org.jspecify.annotations.NullMarked;
