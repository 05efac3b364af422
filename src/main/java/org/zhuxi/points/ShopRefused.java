package org.zhuxi.points;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Why a shop, its goods or a redemption was refused. */
public abstract sealed class ShopRefused extends Refused {

    private ShopRefused(Problem problem) {
        super(problem);
    }

    /** A field cannot be read or lies outside what is possible. */
    public static final class Unreadable extends ShopRefused {
        public Unreadable(String field, String slug, Object... arguments) {
            super(Problem.ofField(field, slug, arguments));
        }
    }

    /** There are not so many pieces left. */
    public static final class SoldOut extends ShopRefused {
        public SoldOut(int pieces) {
            super(Problem.of("shop-sold-out", Problem.Kind.CONFLICT, pieces));
        }
    }

    /** The goods are not for residents to take at the moment. */
    public static final class NotOnSale extends ShopRefused {
        public NotOnSale() {
            super(Problem.of("shop-not-on-sale", Problem.Kind.CONFLICT));
        }
    }

    /** Somebody else's household is served only when it agrees. */
    public static final class ConsentMissing extends ShopRefused {
        public ConsentMissing(int longest) {
            super(Problem.ofField("consent", "shop-consent-missing", longest));
        }
    }

    /** Too much of one household waits to be picked up. */
    public static final class TooManyWaiting extends ShopRefused {
        public TooManyWaiting(int most) {
            super(Problem.of("shop-too-many-waiting", Problem.Kind.CONFLICT, most));
        }
    }

    /** No waiting redemption of this shop has the code. */
    public static final class UnknownCode extends ShopRefused {
        public UnknownCode(String code) {
            super(Problem.ofField("code", "shop-unknown-code", code));
        }
    }

    /** The code has a typing error: its check digit does not fit. */
    public static final class MistypedCode extends ShopRefused {
        public MistypedCode(String code) {
            super(Problem.ofField("code", "shop-mistyped-code", code));
        }
    }

    /** The redemption is settled already. */
    public static final class Settled extends ShopRefused {
        public Settled(Redemption.State state) {
            super(Problem.of("shop-redemption-settled", Problem.Kind.CONFLICT, state.name()));
        }
    }

    /** The goods waited too long. */
    public static final class TooLate extends ShopRefused {
        public TooLate() {
            super(Problem.of("shop-redemption-expired", Problem.Kind.CONFLICT));
        }
    }

    /** A correction would leave fewer pieces than there are or are promised. */
    public static final class StockTooSmall extends ShopRefused {
        public StockTooSmall(long stock, long reserved) {
            super(Problem.ofField("pieces", "shop-stock-too-small", stock, reserved));
        }
    }

    /** A month is closed when it is over, once, and in order. */
    public static final class NotToBeClosed extends ShopRefused {
        public NotToBeClosed(String month) {
            super(Problem.of("shop-month-not-closable", Problem.Kind.CONFLICT, month));
        }
    }

    /** Nobody has agreed what a point is worth on one of the days. */
    public static final class NoRate extends ShopRefused {
        public NoRate(String month) {
            super(Problem.of("shop-no-rate", Problem.Kind.CONFLICT, month));
        }
    }

    /** A rate begins after the last closed month. */
    public static final class RateTooEarly extends ShopRefused {
        public RateTooEarly(String closed) {
            super(Problem.ofField("validFrom", "shop-rate-too-early", closed));
        }
    }

    /** The id was used for something else. */
    public static final class KeyReused extends ShopRefused {
        public KeyReused(Object id) {
            super(Problem.of("shop-key-reused", Problem.Kind.CONFLICT, id.toString()));
        }
    }
}
