package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.util.stream.Collectors;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The roll of owners is entered, searched, taken along and mended, by people and by programs. */
@ZhuxiTest
@Import(World.class)
class RollWebTests {

    private static final String PAGE = "/work/owners-roll";

    private final World worlds;
    private final Accounts accounts;
    private final MockMvc web;
    private World.Made made;
    private RequestPostProcessor clerk;

    RollWebTests(World worlds, Accounts accounts, MockMvc web) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.web = web;
    }

    @BeforeEach
    void settle() {
        made = worlds.make(6);
        clerk = user(new SignedIn("c", "", true, accounts.actorOf(made.username("clerk"))));
    }

    private String api() {
        return "/api/v1/places/" + made.communityCode() + "/owners-roll";
    }

    private String unit(int at) {
        return made.dwellings().get(at);
    }

    private MockHttpServletRequestBuilder entering(String rows) {
        return post(PAGE)
                .with(clerk)
                .with(csrf())
                .param("place", made.communityCode())
                .param("rows", rows);
    }

    private MockHttpServletRequestBuilder sending(String json) {
        return put(api())
                .with(clerk)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }

    @Test
    void isEnteredSearchedTakenAlongAndMendedOnThePage() throws Exception {
        var rows = unit(0) + ",90.00,A-1\n" + unit(1) + "，１１０.５，a-1，survey\n" + unit(2) + "\t80\tUNSOLD\n";
        web.perform(entering(rows)).andExpect(redirectedUrl(PAGE + "?place=" + made.communityCode()));
        web.perform(get(PAGE).with(clerk).param("place", made.communityCode()))
                .andExpect(content().string(Matchers.containsString("共 3 套，280.50 m²，2 位业主")));
        web.perform(get(PAGE).with(clerk).param("place", made.communityCode()).param("q", "a-1"))
                .andExpect(content().string(Matchers.containsString(unit(1))))
                .andExpect(content().string(Matchers.not(Matchers.containsString(unit(2) + "</td>"))));
        web.perform(get(PAGE + ".csv").with(clerk).param("place", made.communityCode()))
                .andExpect(content()
                        .string(Matchers.endsWith(unit(0) + ",90.00,A-1,REGISTER\r\n" + unit(1)
                                + ",110.50,A-1,SURVEY\r\n" + unit(2) + ",80.00,UNSOLD,REGISTER\r\n")));
        web.perform(post(PAGE + "/" + unit(2) + "/removal")
                        .with(clerk)
                        .with(csrf())
                        .param("place", made.communityCode()))
                .andExpect(status().is3xxRedirection());
        web.perform(get(api() + "/totals").with(clerk))
                .andExpect(jsonPath("$.units").value(2))
                .andExpect(jsonPath("$.heads").value(1));
    }

    @Test
    void everyWrongLineIsNamedAndWhatWasTypedStays() throws Exception {
        var rows =
                unit(0) + ",90,A\nNOWHERE,80,B\n" + unit(1) + ",x,C\n" + unit(2) + ",70,D,GUESS\n" + unit(0) + ",1,E";
        var page = web.perform(entering(rows))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("第 2, 3, 4, 5 行", "第 2 行：", "第 3 行：", "第 4 行：", "第 5 行：这套房屋写了两次")
                .doesNotContain("第 1 行：")
                .contains("NOWHERE,80,B");
        web.perform(get(api() + "/totals").with(clerk))
                .andExpect(jsonPath("$.units").value(0));
    }

    @Test
    void programsSendItPageByPageAndLearnRowByRowWhatIsWrong() throws Exception {
        web.perform(sending("""
                        {"units":[{"place":"%s","areaM2":90.001,"owner":"A"},{"place":"%s","areaM2":80,"owner":"张三"}]}""".formatted(unit(0), unit(1))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[?(@.field == 'units[0].areaM2')]").exists())
                .andExpect(jsonPath("$.errors[?(@.field == 'units[1].owner')]").exists());
        web.perform(sending("{}"))
                .andExpect(jsonPath("$.errors[?(@.field == 'units')]").exists());
        var units = made.dwellings().stream()
                .map("{\"place\":\"%s\",\"areaM2\":80.25,\"owner\":\"A\"}"::formatted)
                .collect(Collectors.joining(","));
        web.perform(sending("{\"units\":[" + units + "]}"))
                .andExpect(jsonPath("$.entered").value(6));
        web.perform(get(api()).with(clerk).param("after", unit(3)))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].areaM2").value(80.25));
        var removal = delete(api() + "/" + unit(4)).with(clerk).with(csrf());
        web.perform(removal).andExpect(status().isNoContent());
        web.perform(removal).andExpect(status().isNotFound());
    }

    @Test
    void othersNeitherReadNorChangeIt() throws Exception {
        var elsewhere = worlds.make(1);
        var other = user(new SignedIn("o", "", true, accounts.actorOf(elsewhere.username("clerk"))));
        web.perform(get(api()).with(other)).andExpect(status().isForbidden());
        web.perform(get(PAGE + ".csv").with(other).param("place", made.communityCode()))
                .andExpect(status().isForbidden());
        web.perform(delete(api() + "/" + unit(0)).with(other).with(csrf())).andExpect(status().isForbidden());
    }
}
