/**
 * Floor 0. Proof that nothing was changed afterwards: an append-only Merkle log of salted commitments to records and
 * postings, with signed checkpoints, receipts and witnesses. It never sees what is published by other modules beyond the
 * bytes they hand in, and never publishes those bytes.
 */
@ApplicationModule
@NullMarked
package org.zhuxi.transparency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
