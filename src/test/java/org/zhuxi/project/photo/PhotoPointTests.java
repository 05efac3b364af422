package org.zhuxi.project.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.indicator.ComparisonPairs;
import org.zhuxi.indicator.Comparisons;
import org.zhuxi.indicator.NewComparison;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.project.ProjectFunds;
import org.zhuxi.project.ProjectRefused;
import org.zhuxi.project.ProjectSteps;
import org.zhuxi.project.ProjectTalks;
import org.zhuxi.project.ProjectWorks;
import org.zhuxi.project.Projects;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Photos from the same point, before and after. */
@ZhuxiTest
@Import(World.class)
public class PhotoPointTests {

    private final PhotoPoints points;
    private final Comparisons comparisons;
    private final ComparisonPairs pairs;
    private final MockMvc web;
    private final Actor clerk;
    private final Actor steward;
    private final PhotoPoint point;

    PhotoPointTests(
            PhotoPoints points,
            Projects projects,
            ProjectTalks talks,
            ProjectSteps steps,
            ProjectFunds funds,
            World world,
            Accounts accounts,
            Comparisons comparisons,
            ComparisonPairs pairs,
            MockMvc web) {
        this.points = points;
        this.comparisons = comparisons;
        this.pairs = pairs;
        this.web = web;
        var made = world.make(1);
        clerk = accounts.actorOf(made.username("clerk"));
        steward = accounts.actorOf(made.username("steward"));
        var project = new ProjectWorks(projects, talks, steps, funds, made).proposed(clerk);
        point = points.add(
                clerk,
                Ids.next(),
                new NewPhotoPoint(
                        project.id(), null, new Names("楼前", "Before the house"), new GeoPoint(32.4, 119.4), 270),
                Origin.SYNTHETIC);
    }

    /** A picture of one colour, as a PNG. */
    public static InputStream picture(int colour) throws IOException {
        var out = new ByteArrayOutputStream();
        var image = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour);
        ImageIO.write(image, "png", out);
        return new ByteArrayInputStream(out.toByteArray());
    }

    @Test
    void showsBeforeAndAfterFromTheSamePoint() throws Exception {
        assertThat(point.next()).isEqualTo(Phase.BEFORE);
        var before = points.take(steward, point.id(), Phase.BEFORE, ProjectWorks.TODAY.minusDays(9), picture(0x888888));
        points.take(steward, point.id(), Phase.AFTER, null, picture(0x22aa22));

        var found = points.get(point.id());
        assertThat(found.of(Phase.BEFORE)).isEqualTo(before);
        assertThat(found.next()).isEqualTo(Phase.DURING);
        assertThat(Files.size(points.open(before))).isPositive();
        web.perform(get(before.path()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"));
        web.perform(get("/projects/" + point.project()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("data-pair")));
    }

    @Test
    void standsBesideALineOfBeforeAndAfterUntilAPhotoIsTakenDown() throws Exception {
        var line = comparisons.add(
                World.founder(),
                Ids.next(),
                new NewComparison(
                        point.place(),
                        "environment",
                        new Names("积水点", "Ponding"),
                        new Names("处", "places"),
                        "3",
                        "0",
                        null,
                        null,
                        new Names("", ""),
                        "test"),
                Origin.SYNTHETIC);
        points.take(steward, point.id(), Phase.BEFORE, ProjectWorks.TODAY.minusDays(9), picture(0x888888));
        assertThat(pairs.choices(point.path())).isEmpty();
        assertThatThrownBy(() -> pairs.show(World.founder(), line.id(), point.id()))
                .as("half a pair")
                .isInstanceOf(Refused.NotFound.class);
        var after = points.take(steward, point.id(), Phase.AFTER, null, picture(0x22aa22));
        assertThat(pairs.choices(point.path())).hasSize(1);
        assertThatThrownBy(() -> pairs.show(steward, line.id(), point.id())).isInstanceOf(Refused.Forbidden.class);

        pairs.show(World.founder(), line.id(), point.id());
        web.perform(get("/indicators/comparisons").param("place", point.place()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(after.path())));

        points.remove(clerk, after.id(), "拍到人脸");
        assertThat(pairs.of(List.of(line))).isEmpty();
        pairs.show(World.founder(), line.id(), null);
        web.perform(get("/indicators/comparisons").param("place", point.place()))
                .andExpect(status().isOk());
    }

    @Test
    void takesDownAPhotoWithAReason() throws Exception {
        var photo = points.take(steward, point.id(), Phase.BEFORE, null, picture(0x123456));
        assertThatThrownBy(() -> points.remove(steward, photo.id(), "人脸")).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> points.remove(clerk, photo.id(), " ")).isInstanceOf(ProjectRefused.Missing.class);

        assertThat(points.remove(clerk, photo.id(), "拍到人脸").photos()).isEmpty();
        web.perform(get(photo.path())).andExpect(status().isNotFound());
    }

    @Test
    void refusesDocumentsAndDaysToCome() {
        var pdf = new ByteArrayInputStream("%PDF-1.4\n%âãÏÓ\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> points.take(steward, point.id(), Phase.BEFORE, null, pdf))
                .isInstanceOf(PhotoRefused.NoPhoto.class);
        assertThatThrownBy(() ->
                        points.take(steward, point.id(), Phase.BEFORE, ProjectWorks.TODAY.plusDays(1), picture(1)))
                .isInstanceOf(ProjectRefused.WrongDay.class);
    }
}
