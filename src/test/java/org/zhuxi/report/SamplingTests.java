package org.zhuxi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.assessment.SampleDraws;
import org.zhuxi.assessment.Trial;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The office sees which communities of its place were drawn for inspection, and how far they are. */
@ZhuxiTest
@Import(World.class)
class SamplingTests {

    private final Trial trial;
    private final SampleDraws samples;
    private final Sampling sampling;
    private final Places places;
    private final MockMvcTester http;

    SamplingTests(
            AutowireCapableBeanFactory beans,
            SampleDraws samples,
            Sampling sampling,
            Places places,
            MockMvcTester http) {
        this.trial = beans.createBean(Trial.class);
        this.samples = samples;
        this.sampling = sampling;
        this.places = places;
        this.http = http;
    }

    @Test
    void aDrawIsListedWithTheStateOfWhatWasDrawn() {
        var begun = trial.begin("GC2020", EnumSet.allOf(ReviewLevel.class));
        var city = trial.actor(begun, "city");
        var place = places.findByCode(begun.made().communityCode()).orElseThrow();
        var cycle = begun.cycle().id();
        assertThat(sampling.open(city, place, cycle).draws()).isEmpty();
        trial.answerAll(begun);
        trial.self().submit(trial.actor(begun, "clerk"), begun.id());
        var sample = samples.commit(city, Ids.next(), cycle, 1);

        assertThat(sampling.open(city, place, cycle).draws()).singleElement().satisfies(draw -> {
            assertThat(draw.sample().seed()).isNull();
            assertThat(draw.drawn()).isEmpty();
        });
        samples.draw(city, sample.id());
        var view = sampling.open(city, place, cycle);

        assertThat(sampling.open(city, place, null).cycle()).isNotNull();
        assertThat(view.runs()).isTrue();
        assertThat(view.draws()).singleElement().satisfies(draw -> {
            assertThat(draw.sample().seed()).isNotNull();
            assertThat(draw.checked()).isZero();
            assertThat(draw.drawn()).singleElement().satisfies(one -> {
                assertThat(one.community().place()).isEqualTo(begun.made().communityCode());
                assertThat(one.community().order()).isEqualTo(1);
                assertThat(one.community().assessment()).isEqualTo(begun.id());
                assertThat(one.name()).isEqualTo(place.name());
            });
        });
        assertThatThrownBy(() -> sampling.open(city, place, Ids.next())).isInstanceOf(Refused.NotFound.class);

        var query = "?place=" + place.code() + "&cycle=" + cycle;
        assertThat(get(begun, "/office/sampling" + query))
                .hasStatusOk()
                .bodyText()
                .contains("抽查", place.name().zh(), "/work/assessments/" + begun.id());
        assertThat(get(begun, "/office/sampling/csv" + query))
                .hasStatusOk()
                .bodyText()
                .contains(sample.commitment(), place.code());
        assertThat(get(begun, "/api/v1/office/sampling" + query))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.draws[0].drawn[0].place")
                .isEqualTo(place.code());
        assertThat(get(begun, "/office/sampling?cycle=x")).hasStatus(404);
    }

    private MvcTestResult get(Trial.Begun begun, String path) {
        var person = new SignedIn(begun.username("city"), "", true, trial.actor(begun, "city"));
        return http.get()
                .uri(java.net.URI.create(path))
                .locale(Locale.CHINA)
                .with(user(person))
                .exchange();
    }
}
