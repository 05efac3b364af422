/** Signing in with another provider's identity (OpenID Connect). */
@NullMarked
package org.zhuxi.account.internal.identity;

import org.jspecify.annotations.NullMarked;
