package org.zhuxi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.project.photo.Phase;
import org.zhuxi.request.CallBacks;
import org.zhuxi.request.NewRequest;
import org.zhuxi.request.RequestDesk;
import org.zhuxi.request.RequestPhoto.Box;
import org.zhuxi.request.RequestPhotos;
import org.zhuxi.request.RequestSource;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.RequestTemplates;
import org.zhuxi.request.Requests;
import org.zhuxi.request.Satisfaction;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.Subscriptions;
import org.zhuxi.request.animal.NewAnimal;
import org.zhuxi.request.animal.Shelter;
import org.zhuxi.request.animal.ShelterAnimal.Species;
import org.zhuxi.request.animal.ShelterAnimal.State;

/** Reports in Zhuxi in every state, usual answers, a covered photo, and what a resident follows; made up. */
@Component
class RequestsChapter {

    private static final List<Told> REPORTS = List.of(
            new Told("STREETLIGHT", "B001", "3 号门前的路灯不亮，晚上看不清台阶", Fate.SOLVED, Satisfaction.SATISFIED),
            new Told("NOISE", "B002", "早上六点有人在楼下放音响", Fate.SOLVED, Satisfaction.BASICALLY),
            new Told("PONDING", "B003", "雨停一天了，楼前还积水", Fate.REOPENED, Satisfaction.DISSATISFIED),
            new Told("POTHOLE", "B004", "主路中间有个坑，电动车容易摔", Fate.ANSWERED, null),
            new Told("PARKING", "B005", "电动车停满了无障碍坡道", Fate.IN_HAND, null),
            new Told("WASTE", "B006", "投放点旁边堆了旧家具", Fate.DISPATCHED, null),
            new Told("SOIL", "B007", "绿地踩秃了一块，刮风起灰", Fate.RECEIVED, null),
            new Told("CHARGING", "B008", "有人从窗口拉线给电动车充电", Fate.RECEIVED, null));

    private static final Map<String, String> ANSWERS = Map.of(
            "转物业", "已转物业工程岗，两个工作日内到现场查看，处理后在这里答复。",
            "已修好", "已修好，请您有空看看。没修好请直接点“没有解决”。",
            "不在范围", "这件事不归社区办，已把 12345 的办理方式告诉您。");

    private final Requests requests;
    private final RequestDesk desk;
    private final CallBacks callBacks;
    private final RequestPhotos photos;
    private final RequestTemplates templates;
    private final Subscriptions subscriptions;
    private final DutyChapter duties;
    private final MediationChapter mediations;
    private final Shelter shelter;
    private final DemoStaff staff;

    RequestsChapter(
            Requests requests,
            RequestDesk desk,
            CallBacks callBacks,
            RequestPhotos photos,
            RequestTemplates templates,
            Subscriptions subscriptions,
            DutyChapter duties,
            MediationChapter mediations,
            Shelter shelter,
            DemoStaff staff) {
        this.requests = requests;
        this.desk = desk;
        this.callBacks = callBacks;
        this.photos = photos;
        this.templates = templates;
        this.subscriptions = subscriptions;
        this.duties = duties;
        this.mediations = mediations;
        this.shelter = shelter;
        this.staff = staff;
    }

    private enum Fate {
        RECEIVED,
        DISPATCHED,
        IN_HAND,
        ANSWERED,
        REOPENED,
        SOLVED
    }

    private record Told(
            String service,
            String building,
            String words,
            Fate fate,
            @Nullable Satisfaction satisfaction) {}

    void tell() {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        var resident = staff.person("resident");
        ANSWERS.forEach((title, words) -> templates.add(
                clerk, id("template/" + title), DemoCommunities.ZHUXI, "", title, words, Origin.SYNTHETIC));
        for (var i = 0; i < REPORTS.size(); i++) {
            var request = report(i, i == 1 ? resident : Actor.VISITOR);
            if (request.state() == RequestState.RECEIVED && request.respondedAt() == null) {
                live(clerk, request, REPORTS.get(i));
            }
        }
        strays(clerk);
        duties.tell();
        mediations.tell();
        subscriptions.follow(resident, DemoCommunities.ZHUXI + "-Q1", "");
    }

    private ServiceRequest report(int number, Actor by) {
        var told = REPORTS.get(number);
        var building = DemoCommunities.ZHUXI + "-Q1-" + told.building();
        return requests.report(
                by,
                new NewRequest(
                        id("report/" + number),
                        null,
                        building,
                        told.service(),
                        told.words(),
                        "",
                        new GeoPoint(32.4225 + number * 0.0004, 119.4531 - number * 0.0003),
                        "",
                        Map.of(),
                        number % 2 == 0 ? RequestSource.PLATE : RequestSource.PAGE,
                        true),
                Origin.SYNTHETIC);
    }

    private void live(Actor clerk, ServiceRequest request, Told told) {
        var id = request.id();
        desk.release(clerk, id, told.fate() == Fate.RECEIVED ? "" : told.words());
        if (told.fate() == Fate.RECEIVED) {
            return;
        }
        desk.move(clerk, id, RequestState.DISPATCHED, "", "");
        if (told.fate() == Fate.DISPATCHED) {
            desk.note(clerk, id, "先问一下是谁家换下来的。");
            return;
        }
        desk.move(clerk, id, RequestState.IN_HAND, "今天下午去看。", "");
        if (told.fate() == Fate.IN_HAND) {
            return;
        }
        desk.move(clerk, id, RequestState.ANSWERED, "已处理，请您看看。", "");
        photograph(clerk, request);
        if (told.fate() == Fate.ANSWERED) {
            return;
        }
        callBacks.say(request.code(), told.fate() == Fate.SOLVED, told.satisfaction(), "");
        if (told.fate() == Fate.SOLVED) {
            desk.move(head(), id, RequestState.CLOSED, "", "");
        }
    }

    private Actor head() {
        return new Actor(id("head"), "", Set.of(new Grant(Role.COMMUNITY_HEAD, staff.path())), Set.of(), null);
    }

    private void photograph(Actor clerk, ServiceRequest request) {
        try {
            photos.send(request.code(), DemoPicture.of(Phase.BEFORE));
            var photo = desk.story(clerk, request.id()).photos().getFirst();
            photos.release(clerk, photo.id(), List.of(new Box(80, 100, 60, 60)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void strays(Actor clerk) {
        var cat = new NewAnimal(DemoCommunities.ZHUXI + "-Q1", null, Species.CAT, "橘猫，左耳有缺口", "物业值班室", null);
        var dog = new NewAnimal(DemoCommunities.ZHUXI, null, Species.DOG, "黄色短毛，红项圈", "社区宠物驿站", null);
        var found = shelter.takeIn(clerk, id("stray/dog"), dog, Origin.SYNTHETIC);
        shelter.takeIn(clerk, id("stray/cat"), cat, Origin.SYNTHETIC);
        if (shelter.steps(found).isEmpty()) {
            shelter.note(clerk, found.id(), State.RETURNED, null, "主人凭项圈上的编号认领");
        }
    }

    private static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "requests/" + what);
    }
}
