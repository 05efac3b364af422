/** Passkeys: signing in with the lock of one's own device. */
@NullMarked
package org.zhuxi.account.internal.passkey;

import org.jspecify.annotations.NullMarked;
