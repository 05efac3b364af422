package org.zhuxi.rights;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.NewMember;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.testing.World;
import org.zhuxi.waste.Stations;

/**
 * A community in which all that rights are about exists once.
 *
 * @param before an id made before anybody looked at anything
 * @param words what stands for {@code $words} in the tries
 */
record Scenery(World.Made made, World.Made next, UUID before, Map<String, String> words) {

    static Scenery make(
            World worlds,
            Stations stations,
            Activities activities,
            EvidenceFiles files,
            Accounts accounts,
            HouseholdMembers members,
            WasteScenery waste) {
        var made = worlds.make(3);
        var station = worlds.station(made, stations);
        var steward = accounts.actorOf(made.username("steward"));
        var photo = photo(files, steward, made);
        var done = drop(made, "1.2", photo);
        var waiting = drop(made, "16.5", photo);
        activities.record(steward, List.of(done, waiting));
        var household = made.households().getFirst().id();
        var resident = accounts.actorOf(made.username("resident"));
        var member = members.list(resident, household).getFirst().id();
        var child = members.add(
                resident,
                household,
                new NewMember("小宝", LocalDate.now(ZoneOffset.UTC).getYear() - 5, member, true, Origin.SYNTHETIC));
        var words = new HashMap<>(Map.ofEntries(
                Map.entry("household", household.toString()),
                Map.entry("neighbours", made.households().get(1).id().toString()),
                Map.entry("community", made.communityCode()),
                Map.entry("path", made.path().value()),
                Map.entry("dwelling", made.dwellings().getFirst()),
                Map.entry("activity", done.id().toString()),
                Map.entry(
                        "posting",
                        Ids.derived(done.id(), "reward/waste.kitchen").toString()),
                Map.entry("waiting", waiting.id().toString()),
                Map.entry("photo", photo),
                Map.entry("station", station.site().toString()),
                Map.entry("fresh", Ids.next().toString()),
                Map.entry("residentId", resident.account().toString()),
                Map.entry("member", member.toString()),
                Map.entry("child", child.toString()),
                Map.entry("resident", made.username("resident")),
                Map.entry("now", Instant.now().toString())));
        words.putAll(waste.make(made, station));
        return new Scenery(made, worlds.make(1), Ids.next(), words);
    }

    private static String photo(EvidenceFiles files, Actor steward, World.Made made) {
        try {
            var picture = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
            return files.keep(steward, made.communityCode(), new ByteArrayInputStream(picture.toByteArray()))
                    .sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Submission drop(World.Made made, String kilograms, String photo) {
        return new Submission(
                Ids.next(),
                "waste.drop.kitchen",
                made.communityCode(),
                made.households().getFirst().id(),
                null,
                Instant.now(),
                Map.of("mass", new Measured(new BigDecimal(kilograms), "kg")),
                "A",
                null,
                List.of(photo),
                null);
    }

    PlacePath path() {
        return made.path();
    }

    PlacePath beside() {
        return next.path();
    }

    PlacePath street() {
        return new PlacePath(path().value().substring(0, path().value().lastIndexOf('/')));
    }

    PlacePath otherBuilding() {
        return path().child("Q1").child("B99");
    }

    HouseholdRef household() {
        return made.households().getFirst();
    }

    HouseholdRef neighbours() {
        return made.households().get(1);
    }
}
