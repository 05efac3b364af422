package org.zhuxi.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The points of a project, from the talk to the last one built. */
@ZhuxiTest
@Import(World.class)
class WorksPointTests {

    private final WorksPoints points;
    private final Projects projects;
    private final ProjectWorks works;
    private final MockMvcTester http;
    private final Actor clerk;
    private final Actor head;

    WorksPointTests(
            WorksPoints points,
            Projects projects,
            ProjectTalks talks,
            ProjectSteps steps,
            ProjectFunds funds,
            MockMvcTester http,
            World world,
            Accounts accounts) {
        this.points = points;
        this.projects = projects;
        this.http = http;
        var made = world.make(1);
        works = new ProjectWorks(projects, talks, steps, funds, made);
        clerk = accounts.actorOf(made.username("clerk"));
        head = accounts.actorOf(made.username("head"));
    }

    private static NewWorksPoint point(String name) {
        return new NewWorksPoint(new Names(name, name), new GeoPoint(32.41, 119.43));
    }

    @Test
    void o25TenPointsAreAgreedOnInTheTalksAndCountedAsTheyAreBuilt() throws Exception {
        var project = works.inWorks(clerk, head).id();
        for (var number = 1; number <= 10; number++) {
            points.agree(clerk, project, Ids.next(), point("点位" + number));
        }
        var all = points.list(project);
        assertThat(all).extracting(WorksPoint::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        points.complete(clerk, project, all.getFirst().id(), null);
        points.drop(clerk, project, all.getLast().id(), "地下有燃气管");

        var story = projects.story(project);
        assertThat(story.donePoints()).isEqualTo(1);
        assertThat(story.keptPoints()).isEqualTo(9);
        assertThat(points.list(project).getFirst().settledOn()).isEqualTo(ProjectWorks.TODAY);
        assertThat(http.get().uri("/projects/" + project).locale(Locale.CHINA))
                .hasStatusOk()
                .bodyText()
                .contains("已完成 1 处，共 9 处", "地下有燃气管");
        assertThat(http.get().uri("/api/v1/projects/" + project))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.points.length()")
                .isEqualTo(10);
    }

    @Test
    void theSamePointSentAgainCountsOnce() {
        var project = works.talkedOver(clerk).id();
        var id = Ids.next();

        points.agree(clerk, project, id, point("车棚"));
        points.agree(clerk, project, id, point("车棚"));

        assertThat(points.list(project)).hasSize(1);
    }

    @Test
    void isDoneOnceAndNotBeforeTheWorks() {
        var early = works.talkedOver(clerk).id();
        var shed = agree(early);
        assertThatThrownBy(() -> points.complete(clerk, early, shed, null))
                .isInstanceOf(ProjectRefused.WrongStage.class);

        var project = works.inWorks(clerk, head).id();
        var path = agree(project);
        assertThatThrownBy(() -> points.complete(clerk, project, path, LocalDate.MAX))
                .isInstanceOf(ProjectRefused.WrongDay.class);
        assertThatThrownBy(() -> points.drop(clerk, project, path, " ")).isInstanceOf(ProjectRefused.Missing.class);
        points.complete(clerk, project, path, null);
        assertThatThrownBy(() -> points.drop(clerk, project, path, "重复"))
                .isInstanceOf(ProjectRefused.PointSettled.class);
    }

    private UUID agree(UUID project) {
        return points.agree(clerk, project, Ids.next(), point("车棚")).id();
    }
}
