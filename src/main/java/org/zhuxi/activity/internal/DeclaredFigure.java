package org.zhuxi.activity.internal;

import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.FigureDeclaration;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.manifest.FigureSource;

/** A figure over records that says what it is by a declaration, and opens step by step. */
interface DeclaredFigure extends FigureSource, FigureSteps.Reader {

    FigureDeclaration declaration();

    FigureSteps steps();

    @Override
    default String code() {
        return declaration().code();
    }

    @Override
    default Names names() {
        return declaration().names();
    }

    @Override
    default Names formula() {
        return declaration().formula();
    }

    @Override
    default Names unit() {
        return declaration().unit();
    }

    @Override
    default int decimals() {
        return declaration().decimals();
    }

    @Override
    default Value value(PlacePath place, Period period) {
        return steps().value(this, place, period);
    }

    @Override
    default Trail trail(PlacePath place, Period period, @Nullable String after) {
        return steps().trail(this, place, period, after);
    }
}
