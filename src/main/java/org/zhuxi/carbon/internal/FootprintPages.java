package org.zhuxi.carbon.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.carbon.CarbonRefused;
import org.zhuxi.carbon.Footprint;
import org.zhuxi.carbon.Footprints;
import org.zhuxi.carbon.NewFootprint;

/** What a household's month emits; nothing is stored. */
@Controller
public class FootprintPages {

    private final Footprints footprints;

    FootprintPages(Footprints footprints) {
        this.footprints = footprints;
    }

    /** What has been typed so far. */
    public record Form(String electricity, String gas, String water, String persons) {

        boolean isEmpty() {
            return (electricity + gas + water).isBlank();
        }

        NewFootprint command() {
            return new NewFootprint(
                    number("electricity", electricity),
                    number("gas", gas),
                    number("water", water),
                    number("persons", persons.isBlank() ? "1" : persons).intValue());
        }

        private static BigDecimal number(String field, String typed) {
            return typed.isBlank() ? BigDecimal.ZERO : Choices.number(field, typed);
        }
    }

    @GetMapping("/carbon/footprint")
    ModelAndView footprint(
            @RequestParam(defaultValue = "") String electricity,
            @RequestParam(defaultValue = "") String gas,
            @RequestParam(defaultValue = "") String water,
            @RequestParam(defaultValue = "3") String persons) {
        var form = new Form(electricity, gas, water, persons);
        if (form.isEmpty()) {
            return view(form, null, null);
        }
        try {
            return view(form, footprints.of(form.command()), null);
        } catch (CarbonRefused refused) {
            var page = view(form, null, refused);
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    private static ModelAndView view(Form form, @Nullable Footprint footprint, @Nullable CarbonRefused refused) {
        return new ModelAndView("carbon/footprint")
                .addObject("form", form)
                .addObject("footprint", footprint)
                .addObject("problem", refused == null ? null : refused.problem());
    }
}
