package org.zhuxi.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.request.OpenClients;
import org.zhuxi.request.Reports;
import org.zhuxi.request.RequestDesk;
import org.zhuxi.request.RequestPhotos;
import org.zhuxi.request.RequestTemplates;
import org.zhuxi.request.Requests;
import org.zhuxi.request.animal.NewAnimal;
import org.zhuxi.request.animal.Shelter;
import org.zhuxi.request.animal.ShelterAnimal;
import org.zhuxi.request.help.HelpCalls;
import org.zhuxi.request.mediation.Dispute;
import org.zhuxi.request.mediation.Mediation;
import org.zhuxi.request.mediation.MediationState;
import org.zhuxi.request.mediation.MediationTable;
import org.zhuxi.request.mediation.Mediations;
import org.zhuxi.request.mediation.NewMediation;
import org.zhuxi.request.mediation.Party;
import org.zhuxi.request.patrol.Patrols;
import org.zhuxi.testing.World;

/** Requests of the community that rights are tried in. */
record RequestScenery(
        Accounts accounts,
        Requests requests,
        RequestDesk desk,
        RequestPhotos photos,
        RequestTemplates templates,
        OpenClients clients,
        HelpCalls help,
        Patrols patrols,
        Mediations mediations,
        MediationTable table,
        Shelter shelter) {

    Map<String, String> in(World.Made made) {
        var clerk = accounts.actorOf(made.username("clerk"));
        var request = requests.report(Actor.VISITOR, Reports.light(made), Origin.SYNTHETIC);
        try {
            photos.send(request.code(), Reports.photo());
            var photo = desk.story(clerk, request.id()).photos().getFirst();
            photos.release(clerk, photo.id(), List.of());
            var template = Ids.next();
            templates.add(clerk, template, made.communityCode(), "", "试", "试", Origin.SYNTHETIC);
            var words = new HashMap<String, String>();
            words.put("request", request.id().toString());
            words.put("trackcode", request.code());
            words.put("seen", photo.id().toString());
            words.put("template", template.toString());
            var animal = new NewAnimal(made.communityCode(), null, ShelterAnimal.Species.CAT, "试", "试", null);
            words.put(
                    "animal",
                    shelter.takeIn(clerk, Ids.next(), animal, Origin.SYNTHETIC)
                            .id()
                            .toString());
            var head = accounts.actorOf(made.username("head"));
            words.put("openkey", clients.issue(head, made.communityCode(), "trial", Origin.SYNTHETIC));
            words.put(
                    "openclient",
                    clients.list(head, made.path()).getFirst().id().toString());
            duties(made, clerk, words);
            words.put("mediation", mediation(made, clerk).toString());
            var drafted = mediation(made, clerk);
            table.move(clerk, drafted, MediationState.MEDIATING, "");
            table.sit(clerk, drafted, null, "试");
            table.draft(
                    clerk,
                    drafted,
                    Mediation.Form.ORAL,
                    "试",
                    LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(9));
            words.put("mediationdraft", drafted.toString());
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void duties(World.Made made, Actor clerk, Map<String, String> words) {
        var call = help.call(Actor.VISITOR, Ids.next(), made.communityCode(), "", "", Origin.SYNTHETIC);
        var taken = help.call(Actor.VISITOR, Ids.next(), made.communityCode(), "", "", Origin.SYNTHETIC);
        help.acknowledge(clerk, taken.id());
        words.put("helpcall", call.id().toString());
        words.put("helptaken", taken.id().toString());
        var route = patrols.lay(
                clerk,
                Ids.next(),
                made.communityCode(),
                new Names("试", "Trial"),
                7,
                List.of(made.communityCode() + "-Q1-B01"),
                Origin.SYNTHETIC);
        words.put("patrolroute", route.id().toString());
        words.put(
                "patrolwalk",
                patrols.begin(clerk, Ids.next(), route.id(), Origin.SYNTHETIC)
                        .id()
                        .toString());
    }

    private UUID mediation(World.Made made, Actor clerk) {
        var parties = List.of(new Party("甲", ""), new Party("乙", ""));
        var typed = new NewMediation(
                Ids.next(), made.communityCode(), Dispute.OTHER, Mediation.Way.PROACTIVE, null, "试", parties);
        return mediations.open(clerk, typed, Origin.SYNTHETIC).id();
    }
}
