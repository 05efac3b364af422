/** Sessions in the database, and what little they keep. */
@NullMarked
package org.zhuxi.account.internal.session;

import org.jspecify.annotations.NullMarked;
