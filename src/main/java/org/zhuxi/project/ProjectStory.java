package org.zhuxi.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of a project. */
public record ProjectStory(
        Project project,
        List<ProjectStep> steps,
        List<Talk> talks,
        FundSheet funds,
        List<Product> products,
        List<Acceptance> acceptances,
        List<Defect> defects,
        @Nullable Evaluation evaluation,
        List<ProjectFile> files,
        List<WorksPoint> points) {

    public ProjectStory {
        steps = List.copyOf(steps);
        talks = List.copyOf(talks);
        products = List.copyOf(products);
        acceptances = List.copyOf(acceptances);
        defects = List.copyOf(defects);
        files = List.copyOf(files);
        points = List.copyOf(points);
    }

    public long greenProducts() {
        return products.stream().filter(Product::isGreen).count();
    }

    /** Points that are done; dropped ones count nowhere. */
    public long donePoints() {
        return points.stream()
                .filter(point -> point.state() == WorksPoint.State.DONE)
                .count();
    }

    public long keptPoints() {
        return points.stream()
                .filter(point -> point.state() != WorksPoint.State.DROPPED)
                .count();
    }

    public long openDefects() {
        return defects.stream().filter(Defect::isOpen).count();
    }
}
