package org.zhuxi.activity;

import org.springframework.stereotype.Service;
import org.zhuxi.activity.internal.FigureSteps;
import org.zhuxi.activity.internal.FigureStore;
import org.zhuxi.activity.internal.HouseholdsFigure;
import org.zhuxi.activity.internal.SumFigure;
import org.zhuxi.platform.manifest.FigureSource;

/** Makes published numbers out of records; a module declares them in its manifest. */
@Service
public class ActivityFigures {

    private final FigureSteps steps;
    private final FigureStore store;

    ActivityFigures(FigureSteps steps, FigureStore store) {
        this.steps = steps;
        this.store = store;
    }

    /** The sum of a quantity. */
    public FigureSource sum(FigureDeclaration declaration) {
        return new SumFigure(declaration, store, steps);
    }

    /** How many different households have a verified record; withheld when there are fewer than five. */
    public FigureSource households(FigureDeclaration declaration) {
        return new HouseholdsFigure(declaration, store, steps);
    }
}
