package org.zhuxi.rights;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.project.Acceptances;
import org.zhuxi.project.FundSheet;
import org.zhuxi.project.NewAcceptance;
import org.zhuxi.project.NewProduct;
import org.zhuxi.project.NewStep;
import org.zhuxi.project.NewWorksPoint;
import org.zhuxi.project.ProjectFunds;
import org.zhuxi.project.ProjectParts;
import org.zhuxi.project.ProjectStage;
import org.zhuxi.project.ProjectSteps;
import org.zhuxi.project.ProjectTalks;
import org.zhuxi.project.ProjectWorks;
import org.zhuxi.project.Projects;
import org.zhuxi.project.WorksPoints;
import org.zhuxi.project.asset.AssetInspections;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.Assets;
import org.zhuxi.project.asset.Inventory;
import org.zhuxi.project.asset.InventoryWorks;
import org.zhuxi.project.photo.NewPhotoPoint;
import org.zhuxi.project.photo.Phase;
import org.zhuxi.project.photo.PhotoPointTests;
import org.zhuxi.project.photo.PhotoPoints;
import org.zhuxi.testing.World;

/** Projects of the community that rights are tried in: one that is talked over, one in works with a defect. */
record ProjectScenery(
        Accounts accounts,
        Projects projects,
        ProjectTalks talks,
        ProjectSteps steps,
        ProjectFunds funds,
        ProjectParts parts,
        WorksPoints worksPoints,
        Acceptances acceptances,
        Assets assets,
        AssetInspections inspections,
        PhotoPoints points) {

    Map<String, String> in(World.Made made) {
        var clerk = accounts.actorOf(made.username("clerk"));
        var head = accounts.actorOf(made.username("head"));
        var works = new ProjectWorks(projects, talks, steps, funds, made);
        var project = works.talkedOver(clerk);
        FundSheet sheet = funds.book(clerk, project.id(), ProjectWorks.planned(10_000));
        var product = parts.addProduct(clerk, project.id(), new NewProduct("LED", "", null, "CQC-1"));
        var built = works.inWorks(clerk, head);
        steps.step(clerk, built.id(), new NewStep(ProjectStage.SUSPENDED, null, "rain", null));
        steps.step(clerk, built.id(), new NewStep(ProjectStage.IN_WORKS, null, "", null));
        acceptances.hold(
                head, built.id(), new NewAcceptance(ProjectWorks.TODAY, false, "", List.of("crack"), null, null));
        var words = new HashMap<String, String>();
        words.put("project", project.id().toString());
        words.put("movement", sheet.movements().getFirst().id().toString());
        words.put("product", product.id().toString());
        words.put("works", built.id().toString());
        words.put("defect", projects.story(built.id()).defects().getFirst().id().toString());
        var shed = worksPoints.agree(clerk, built.id(), Ids.next(), new NewWorksPoint(new Names("车棚", "Shed"), null));
        words.put("worksPoint", shed.id().toString());
        words.put("document", document(clerk, project.id()));
        var lane = assets.add(clerk, Ids.next(), InventoryWorks.lane(made), Origin.SYNTHETIC);
        inspections.inspect(clerk, lane.id(), InventoryWorks.blocked());
        words.put("asset", lane.id().toString());
        photos(clerk, project.id(), words);
        words.put("finding", assets.story(lane.id()).findings().getFirst().id().toString());
        words.put(
                "absence",
                inspections
                        .certify(head, made.communityCode(), Inventory.FACILITY, AssetKind.GAS, "trial")
                        .id()
                        .toString());
        return words;
    }

    private void photos(Actor clerk, java.util.UUID project, Map<String, String> words) {
        var point = points.add(
                clerk,
                Ids.next(),
                new NewPhotoPoint(project, null, new Names("路口", "Corner"), null, 90),
                Origin.SYNTHETIC);
        words.put("point", point.id().toString());
        try {
            words.put(
                    "picture",
                    points.take(clerk, point.id(), Phase.BEFORE, null, PhotoPointTests.picture(1))
                            .id()
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String document(Actor clerk, java.util.UUID project) {
        try {
            var picture = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
            return parts.addFile(clerk, project, "plan", new ByteArrayInputStream(picture.toByteArray()))
                    .id()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
