/** Printed cards with a PIN, for people without a phone. */
@NullMarked
package org.zhuxi.account.internal.card;

import org.jspecify.annotations.NullMarked;
