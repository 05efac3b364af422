package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.governance.internal.MeetingFileStore;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.LocatedPhoto;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Photos and papers of a meeting: for everybody where that was said, else for staff; and the poster at its door. */
@ZhuxiTest
@Import(World.class)
class MeetingFileTests {

    private static final byte[] PHOTO = LocatedPhoto.at(32.4, 119.4);

    private final Ideas ideas;
    private final MeetingFileStore store;
    private final MockMvc web;
    private final RequestPostProcessor desk;
    private final Idea idea;
    private final Meeting meeting;

    MeetingFileTests(
            Ideas ideas, Meetings meetings, MeetingFileStore store, MockMvc web, World world, Accounts accounts) {
        this.ideas = ideas;
        this.store = store;
        this.web = web;
        var made = world.make(1);
        var clerk = accounts.actorOf(made.username("clerk"));
        desk = user(new SignedIn("c", "", true, clerk));
        idea = ideas.raise(clerk, Ids.next(), new NewIdea(made.communityCode(), "花坛补种", ""), Origin.RECORDED);
        meeting = meetings.call(
                clerk,
                Ids.next(),
                new NewMeeting(null, idea.id(), null, MeetingKind.HEARING, "花坛听证会", Instant.now(), "", true),
                Origin.RECORDED);
    }

    private String path() {
        return "/ideas/" + idea.id() + "/meetings/" + meeting.id();
    }

    private ResultActions add(String title, byte[] bytes, boolean shown) throws Exception {
        var request = multipart("/work" + path() + "/files")
                .file(new MockMultipartFile("file", "a.jpg", "image/jpeg", bytes))
                .param("title", title);
        if (shown) {
            request.param("shown", "on");
        }
        return web.perform(request.with(desk).with(csrf()));
    }

    private List<MeetingFile> files() {
        return ideas.story(idea.id()).files();
    }

    private static String opened(MeetingFile file) {
        return "/governance/meetings/files/" + file.id();
    }

    @Test
    void whatIsShownIsOpenedByEverybodyAndTheRestByTheDesk() throws Exception {
        add("会场", PHOTO, true).andExpect(redirectedUrl("/work/ideas/" + idea.id()));
        add("签到簿", PHOTO, false).andExpect(status().is3xxRedirection());
        var shown = files().getFirst();
        var kept = files().getLast();
        web.perform(get("/governance/ideas/" + idea.id()))
                .andExpect(content().string(Matchers.containsString(opened(shown))))
                .andExpect(content().string(Matchers.not(Matchers.containsString("签到簿"))));
        web.perform(get(opened(shown)))
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(result -> assertThat(
                                new String(result.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Exif"));
        web.perform(get(opened(kept))).andExpect(status().isNotFound());
        web.perform(get(opened(kept)).with(desk)).andExpect(status().isOk());
        web.perform(get("/work/ideas/" + idea.id()).with(desk))
                .andExpect(content().string(Matchers.containsString("仅工作人员可见")));

        web.perform(post("/work" + path() + "/files/" + kept.id() + "/removal")
                        .with(desk)
                        .with(csrf()))
                .andExpect(redirectedUrl("/work/ideas/" + idea.id()));
        assertThat(files()).containsExactly(shown);
        web.perform(get(opened(kept)).with(desk)).andExpect(status().isNotFound());
        assertThat(store.needed(List.of(shown.sha256()))).containsExactly(shown.sha256());
    }

    @Test
    void whatCannotBeKeptIsSaidBesideTheFormThatKeepsItsTitle() throws Exception {
        add("程序", "MZ program".getBytes(StandardCharsets.UTF_8), true)
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(Matchers.containsString("value=\"程序\"")));
        add("", PHOTO, true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("file-title-" + meeting.id() + "-error")));
        assertThat(files()).isEmpty();
    }

    @Test
    void programsAddListAndRemove() throws Exception {
        var answer = web.perform(multipart("/api/v1" + path() + "/files")
                        .file(new MockMultipartFile("file", "a.jpg", "image/jpeg", PHOTO))
                        .param("title", "会场")
                        .param("shown", "true")
                        .with(desk)
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        web.perform(get("/api/v1/ideas/" + idea.id()))
                .andExpect(jsonPath("$.files[0].title").value("会场"))
                .andExpect(jsonPath("$.files[0].meeting").value(meeting.id().toString()));
        var removal = delete("/api/v1" + path() + "/files/" + JsonPath.<String>read(answer, "$.id"))
                .with(desk)
                .with(csrf());
        web.perform(removal).andExpect(status().isNoContent());
        web.perform(removal).andExpect(status().isNotFound());
    }

    @Test
    void thePosterCarriesTheCode() throws Exception {
        web.perform(get("/work" + path() + "/poster").with(desk))
                .andExpect(content().string(Matchers.containsString(meeting.checkIn())))
                .andExpect(content().string(Matchers.containsString("zx-qr")));
    }
}
