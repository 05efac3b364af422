/** What everybody may take along: tables and drawings, with what they mean. */
@NullMarked
package org.zhuxi.portal.opendata;

import org.jspecify.annotations.NullMarked;
