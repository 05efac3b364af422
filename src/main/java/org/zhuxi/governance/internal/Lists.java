package org.zhuxi.governance.internal;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Wrong;

/** Shows what there is at or below a place: to everybody, to programs, and at the desk beside the form for one more. */
@Component
class Lists {

    private static final int API_PAGE = 100;

    private final WorkPlaces places;
    private final Views views;

    Lists(WorkPlaces places, Views views) {
        this.places = places;
        this.views = views;
    }

    /**
     * A page with a list.
     *
     * @param path address of the page
     * @param size most entries
     */
    record ListPage(String template, String path, int size) {}

    /** Reads at most so many entries at or below a place with words in them, after one of them. */
    interface Source<T> {
        Slice<T> list(PlacePath at, String words, int limit, @Nullable UUID after);
    }

    /** The page for everybody: of the nation, unless a place is named. */
    <T> ModelAndView open(ListPage page, Search search, Source<T> source) {
        return shown(page, places.open(search.place()), search, source);
    }

    <T> Slice<T> forPrograms(Search search, Source<T> source) {
        return source.list(places.open(search.place()).path(), Typed.text(search.q()), API_PAGE, search.after());
    }

    /** The page at the desk: of the place in which the actor works, unless one is named. */
    <T> ModelAndView desk(Actor actor, ListPage page, Search search, Source<T> source) {
        return shown(page, atDesk(actor, search), search, source);
    }

    private Place atDesk(Actor actor, Search search) {
        var at = places.of(actor, GovernancePermissions.READ, search.place());
        actor.require(GovernancePermissions.READ, at.path());
        return at;
    }

    private <T> ModelAndView shown(ListPage page, Place at, Search search, Source<T> source) {
        var q = Typed.text(search.q());
        var found = source.list(at.path(), q, page.size(), search.after());
        return new ModelAndView(page.template())
                .addObject("listing", new Listing<>(page.path(), at, q, found))
                .addObject("views", views);
    }

    /** The page at the desk with the form for one more, as far as it was filled in. */
    <T> ModelAndView desk(Actor actor, ListPage page, Search search, Source<T> source, Map<String, String> fields) {
        var at = atDesk(actor, search);
        var form = new NewForm(fields, Forms.id(fields, "id"), actor.may(GovernancePermissions.MANAGE, at.path()));
        return shown(page, at, search, source).addObject("form", form).addObject("wrong", Wrong.nothing());
    }

    /** Adds one to a place and goes to the address that this answers, or shows the form again. */
    <T> ModelAndView add(
            Actor actor, ListPage page, Source<T> source, Map<String, String> fields, Function<Place, String> add) {
        var at = places.of(actor, GovernancePermissions.MANAGE, fields.get("place"));
        actor.require(GovernancePermissions.MANAGE, at.path());
        try {
            return new ModelAndView("redirect:" + add.apply(at));
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(desk(actor, page, Search.in(at.code()), source, fields), (Refused) refused);
        }
    }
}
