package org.zhuxi.sensing.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Wrong;

/** What the forms of this module have in common. */
public final class Forms {

    private Forms() {}

    /** The id a form was given when it was shown, so that it counts once when it is sent twice; a fresh one without. */
    public static UUID id(@Nullable String typed) {
        var text = Typed.text(typed);
        if (text.isEmpty()) {
            return Ids.next();
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Mistyped.NoChoice("id");
        }
    }

    /**
     * Lets those pass who may do this at the place that was typed, or somewhere when it names none: others are not told what is
     * wrong with their form.
     *
     * @throws Refused.Forbidden when they may not
     */
    public static void require(Actor actor, Permission permission, WorkPlaces work, @Nullable String place) {
        try {
            actor.require(permission, work.of(actor, permission, place).path());
        } catch (Refused.NotFound nowhere) {
            work.of(actor, permission, null);
        }
    }

    /** The form again with what is wrong; who may not, or asks for nothing that is there, gets no form. */
    public static ModelAndView again(ModelAndView page, Refused refused) {
        var kind = refused.problem().kind();
        if (kind == Problem.Kind.FORBIDDEN || kind == Problem.Kind.NOT_FOUND) {
            throw refused;
        }
        return Wrong.again(page, refused);
    }
}
