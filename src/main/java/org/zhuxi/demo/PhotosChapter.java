package org.zhuxi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.ComparisonPairs;
import org.zhuxi.indicator.Comparisons;
import org.zhuxi.indicator.NewComparison;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.project.photo.NewPhotoPoint;
import org.zhuxi.project.photo.Phase;
import org.zhuxi.project.photo.PhotoPoints;

/** Drawn pictures of the rain garden before, during and after, and a point for the charging shed that waits for its photos. */
@Component
class PhotosChapter {

    private final PhotoPoints points;
    private final Comparisons comparisons;
    private final ComparisonPairs pairs;
    private final DemoStaff staff;

    PhotosChapter(PhotoPoints points, Comparisons comparisons, ComparisonPairs pairs, DemoStaff staff) {
        this.points = points;
        this.comparisons = comparisons;
        this.pairs = pairs;
        this.staff = staff;
    }

    void tell(LocalDate lastDay) {
        point("rain-garden", new Names("一区 3 栋前东望", "Before building 3, looking east"), 90, 32.4186, 119.4432);
        point("charging-shed", new Names("三区 12 栋北侧", "North of building 12"), 180, 32.4201, 119.4445);
        var id = ProjectsChapter.id("point/rain-garden");
        if (points.get(id).photos().isEmpty()) {
            try {
                var steward = staff.person("steward");
                points.take(steward, id, Phase.BEFORE, lastDay.minusDays(340), DemoPicture.of(Phase.BEFORE));
                points.take(steward, id, Phase.DURING, lastDay.minusDays(240), DemoPicture.of(Phase.DURING));
                points.take(steward, id, Phase.AFTER, lastDay.minusDays(190), DemoPicture.of(Phase.AFTER));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        compare(id);
    }

    /** A made-up line of before and after beside the photos. */
    private void compare(UUID point) {
        var line = comparisons.add(
                Founder.ACTOR,
                ProjectsChapter.id("comparison/rain-garden"),
                new NewComparison(
                        points.get(point).place(),
                        "environment",
                        new Names("雨后积水点", "Places where rain stands"),
                        new Names("处", "places"),
                        "3",
                        "0",
                        null,
                        null,
                        new Names("", ""),
                        "演示数据"),
                Origin.SYNTHETIC);
        pairs.show(Founder.ACTOR, line.id(), point);
    }

    private void point(String project, Names name, int bearingDegrees, double latitude, double longitude) {
        points.add(
                staff.person("community-clerk"),
                ProjectsChapter.id("point/" + project),
                new NewPhotoPoint(
                        ProjectsChapter.id(project), null, name, new GeoPoint(latitude, longitude), bearingDegrees),
                Origin.SYNTHETIC);
    }
}
