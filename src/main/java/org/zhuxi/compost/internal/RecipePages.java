package org.zhuxi.compost.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.CompostRecipes;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.RecipeAnswer;
import org.zhuxi.compost.RecipeQuestion;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.platform.web.Wrong;

/** The recipe helper, for everybody. */
@Controller
class RecipePages {

    private final CompostRecipes recipes;
    private final CompostSites sites;

    RecipePages(CompostRecipes recipes, CompostSites sites) {
        this.recipes = recipes;
        this.sites = sites;
    }

    @GetMapping("/compost/recipe")
    ModelAndView recipe(@RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        UUID site = form.has("site") ? Ids.read(form.get("site")) : null;
        if (!form.has("buckets")) {
            return show(form, site, null, Wrong.nothing());
        }
        try {
            return show(form, site, recipes.answer(question(form), site), Wrong.nothing());
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(form, site, null, Wrong.nothing()), refused);
        }
    }

    private static RecipeQuestion question(Form form) {
        var parts = new ArrayList<RecipeQuestion.Part>();
        parts.add(new RecipeQuestion.Part(form.get("material"), form.number("buckets")));
        if (form.has("buckets2")) {
            parts.add(new RecipeQuestion.Part(form.get("material2"), form.number("buckets2")));
        }
        return new RecipeQuestion(
                parts, form.get("brown"), form.number("carbonNitrogen"), form.number("moisturePercent"));
    }

    private ModelAndView show(Form form, @Nullable UUID site, @Nullable RecipeAnswer answer, Wrong wrong) {
        var known = recipes.feedstocks().stream().filter(Feedstock::isComplete).toList();
        return new ModelAndView("compost/recipe")
                .addObject("form", form)
                .addObject("site", site == null ? null : sites.get(site))
                .addObject("answer", answer)
                .addObject("wrong", wrong)
                .addObject("known", known)
                .addObject("measurable", measurable(known))
                .addObject("all", recipes.feedstocks());
    }

    /** Those that can be told in buckets. */
    private static List<Feedstock> measurable(List<Feedstock> known) {
        return known.stream().filter(it -> it.bulkKgPerM3() != null).toList();
    }
}
