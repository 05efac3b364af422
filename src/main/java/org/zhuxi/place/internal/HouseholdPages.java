package org.zhuxi.place.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.place.Household;
import org.zhuxi.place.NewHousehold;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.PlaceRefused;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.Links;

/** The household register of the workbench. */
@Controller
@RequestMapping(HouseholdPages.PATH)
public class HouseholdPages {

    static final String PATH = "/work/households";
    private static final int PAGE = 50;
    private static final int CSV_PAGE = 1_000;

    private final Places places;
    private final Register register;
    private final PremisesStore premises;
    private final HouseholdStore households;
    private final Reach reach;
    private final Today today;

    HouseholdPages(
            Places places,
            Register register,
            PremisesStore premises,
            HouseholdStore households,
            Reach reach,
            Today today) {
        this.places = places;
        this.register = register;
        this.premises = premises;
        this.households = households;
        this.reach = reach;
        this.today = today;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var at = reach.getPlace(actor, place);
        return list(actor, at, q, places.listHouseholds(actor, at.path(), q, PAGE, after), model);
    }

    /** A form, for the number of a card may be typed, which stands in no address; what else is looked for does. */
    @PostMapping("/search")
    String search(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var at = reach.getPlace(actor, place);
        return CardCode.parse(q).isEmpty()
                ? "redirect:" + Links.to(PATH, "place", at.code(), "q", q)
                : list(actor, at, q, places.listHouseholdsByCard(actor, at.path(), q), model);
    }

    private String list(Actor actor, Place at, String q, Slice<Household> found, Model model) {
        var home = at.community();
        // what was sought by a form is no page to come back to
        model.addAttribute(CodeAddress.ATTRIBUTE, new CodeAddress(PATH, ""));
        model.addAttribute("at", at);
        model.addAttribute("query", q.strip());
        model.addAttribute("found", found);
        model.addAttribute("next", found.next() == null ? null : listed(at, q, "after", found.next()));
        model.addAttribute("csv", listed(at, CardCode.parse(q).isEmpty() ? q : "", "format", "csv"));
        model.addAttribute("community", home == null ? null : places.getCommunity(home));
        model.addAttribute("communities", home == null ? places.communitiesAt(at.path()) : List.of());
        model.addAttribute("buildings", home == null ? List.of() : premises.listBuildings(home));
        model.addAttribute("mayAdd", home != null && actor.may(PlacePermissions.MANAGE_HOUSEHOLDS, at.path()));
        return "place/households";
    }

    private static String listed(Place at, String query, String name, String value) {
        return Links.to(PATH, "place", at.code(), "q", query, name, value);
    }

    @GetMapping(params = "format=csv")
    void csv(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = reach.getPlace(actor, place).path();
        var page = places.listHouseholds(actor, at, q, CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "households", "dwelling", "label", "card", "persons")) {
            while (true) {
                for (var household : page.items()) {
                    csv.row(household.dwelling(), household.label(), household.cardCode(), household.persons());
                }
                if (page.next() == null) {
                    return;
                }
                page = places.listHouseholds(actor, at, q, CSV_PAGE, page.next());
            }
        }
    }

    @GetMapping("/{id}")
    String household(Actor actor, @PathVariable UUID id, Model model) {
        show(actor, places.getHousehold(actor, id), List.of(), model);
        return "place/household";
    }

    @GetMapping("/new")
    String form(Actor actor, @RequestParam String place, Model model) {
        showForm(actor, communityOf(actor, place), new Typed("", "", today.get().toString()), List.of(), model);
        return "place/household-new";
    }

    /** What was typed into the form, kept as it is. */
    public record Typed(String dwelling, String persons, String since) {}

    @PostMapping
    ModelAndView add(Actor actor, @RequestParam String place, Typed typed) {
        var community = communityOf(actor, place);
        try {
            var added = register.addHouseholds(actor, community.id(), List.of(parse(typed, community)));
            return new ModelAndView(
                    "redirect:" + PATH + "/" + added.getFirst().ref().id());
        } catch (PlaceRefused refused) {
            var model = new ExtendedModelMap();
            showForm(actor, community, typed, refused.problem().fields(), model);
            return new ModelAndView("place/household-new", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{id}/leaving")
    ModelAndView leave(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        var household = places.getHousehold(actor, id);
        try {
            register.moveHouseholdOut(actor, household.ref(), on);
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (PlaceRefused refused) {
            var model = new ExtendedModelMap();
            show(actor, household, refused.problem().fields(), model);
            return new ModelAndView("place/household", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void show(Actor actor, Household household, List<Problem.Field> errors, Model model) {
        model.addAttribute("household", household);
        model.addAttribute("community", places.getCommunity(household.ref().community()));
        model.addAttribute("stay", households.getStay(household.ref()));
        model.addAttribute("mayChange", actor.may(PlacePermissions.MANAGE_HOUSEHOLDS, household.path()));
        model.addAttribute("today", today.get());
        model.addAttribute("errors", errors);
    }

    private void showForm(Actor actor, Community community, Typed typed, List<Problem.Field> errors, Model model) {
        actor.require(PlacePermissions.MANAGE_HOUSEHOLDS, community.path());
        model.addAttribute("community", community);
        model.addAttribute("vacant", premises.listVacant(community.id()));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
    }

    private Community communityOf(Actor actor, String place) {
        CommunityId community = reach.getPlace(actor, place).community();
        if (community == null) {
            throw new Refused.NotFound(place);
        }
        return places.getCommunity(community);
    }

    /** A dwelling may be typed with or without the community's code before it. */
    private static NewHousehold parse(Typed typed, Community community) {
        var door = typed.dwelling().strip().toUpperCase(Locale.ROOT);
        var dwelling = door.startsWith(community.code()) ? door : community.code() + "-" + door;
        return new NewHousehold(Ids.next(), dwelling, persons(typed.persons()), day(typed.since()), Origin.RECORDED);
    }

    private static int persons(String typed) {
        try {
            return typed.isBlank() ? 0 : Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw new PlaceRefused.WrongPersons(typed);
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new PlaceRefused.NoDate(typed);
        }
    }
}
