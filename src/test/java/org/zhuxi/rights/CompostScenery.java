package org.zhuxi.rights;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.zhuxi.account.Accounts;
import org.zhuxi.compost.CompostGatherings;
import org.zhuxi.compost.CompostLog;
import org.zhuxi.compost.CompostPhotos;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.CompostTeam;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.Gathering;
import org.zhuxi.compost.InstitutionKind;
import org.zhuxi.compost.Institutions;
import org.zhuxi.compost.Method;
import org.zhuxi.compost.NewEntry;
import org.zhuxi.compost.NewInstitution;
import org.zhuxi.compost.NewSite;
import org.zhuxi.compost.NewUnit;
import org.zhuxi.compost.Scene;
import org.zhuxi.compost.TeamPart;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;

/** A compost site of the community that rights are tried in, with one bin and one bucket in it. */
record CompostScenery(
        Accounts accounts,
        CompostSites sites,
        CompostLog log,
        Institutions institutions,
        CompostPhotos photos,
        CompostGatherings gatherings,
        CompostTeam team) {

    Map<String, String> in(World.Made made) {
        var clerk = accounts.actorOf(made.username("head"));
        var programme = "试 " + made.communityCode();
        var site = sites.add(
                clerk,
                new NewSite(
                        made.communityCode(),
                        new Names("试", "Trial"),
                        null,
                        Scene.RESIDENTIAL,
                        "",
                        programme,
                        LocalDate.of(2026, 1, 1),
                        BigDecimal.valueOf(20),
                        "",
                        Origin.SYNTHETIC));
        var unit = new NewUnit(Ids.next(), "1号箱", Method.AEROBIC_BIN, BigDecimal.valueOf(600), 2);
        sites.addUnit(clerk, site.ref().id(), unit);
        var entry = NewEntry.fed(Ids.next(), unit.id(), "food-mixed", BigDecimal.TEN, Instant.now());
        log.record(clerk, clerk.account(), List.of(entry), Origin.SYNTHETIC);
        var museum = Ids.next();
        institutions.add(
                clerk,
                museum,
                made.communityCode(),
                new NewInstitution(new Names("试馆", "Trial"), InstitutionKind.MUSEUM, "", Origin.SYNTHETIC));
        var photo = photo(clerk, unit.id());
        var shown = Ids.next();
        log.record(clerk, clerk.account(), List.of(photographed(shown, unit.id(), photo)), Origin.SYNTHETIC);
        var gathering = Ids.next();
        gatherings.record(
                clerk,
                site.ref().id(),
                new Gathering(
                        gathering,
                        Gathering.Kind.LESSON,
                        9,
                        BigDecimal.ONE,
                        "",
                        "",
                        LocalDate.of(2026, 1, 2),
                        Origin.SYNTHETIC,
                        null));
        var member = Ids.next();
        team.take(
                clerk,
                site.ref().id(),
                member,
                made.username("clerk"),
                TeamPart.COMPOSTER,
                LocalDate.of(2026, 1, 2),
                Origin.SYNTHETIC);
        return Map.of(
                "compostMember", member.toString(),
                "compostProgramme", programme,
                "compostGathering", gathering.toString(),
                "compostPhoto", photo,
                "compostPhotoEntry", shown.toString(),
                "institution", museum.toString(),
                "compostSite", site.ref().id().toString(),
                "compostUnit", unit.id().toString(),
                "compostEntry", entry.id().toString(),
                "compostBatch", Ids.derived(entry.id(), "batch").toString());
    }

    private String photo(Actor clerk, UUID unit) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
            return photos.keep(clerk, unit, new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewEntry photographed(UUID id, UUID unit, String photo) {
        return new NewEntry(
                id,
                unit,
                EntryKind.PHOTO,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                "",
                Instant.now(),
                false,
                List.of(photo),
                null);
    }
}
