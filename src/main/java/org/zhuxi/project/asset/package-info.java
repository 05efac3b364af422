/** What a community has and looks after: facilities, heritage, sponge measures, lifelines; inspected at intervals. */
@NamedInterface("asset")
@NullMarked
package org.zhuxi.project.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
