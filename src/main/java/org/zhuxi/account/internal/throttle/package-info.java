/** Slows down whoever guesses passwords. */
@NullMarked
package org.zhuxi.account.internal.throttle;

import org.jspecify.annotations.NullMarked;
