package org.zhuxi.governance;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhuxi.account.Accounts;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
@Import(World.class)
class PabulibPageTests {

    private final MockMvc web;
    private final World.Made made;
    private final RequestPostProcessor clerk;
    private final RequestPostProcessor resident;

    PabulibPageTests(MockMvc web, World world, Accounts accounts) {
        this.web = web;
        made = world.make(1);
        clerk = user(new SignedIn("c", "", true, accounts.actorOf(made.username("clerk"))));
        resident = user(new SignedIn("r", "", true, accounts.actorOf(made.username("resident"))));
    }

    @Test
    void countsTheOfficialElectionOfAssen() throws Exception {
        try (var file = getClass().getResourceAsStream("/governance/pb/Netherlands_Assen_2024.pb")) {
            var bytes = Objects.requireNonNull(file).readAllBytes();
            web.perform(multipart("/work/pabulib")
                            .file(new MockMultipartFile("file", "a.pb", "text/plain", bytes))
                            .param("place", made.communityCode())
                            .with(clerk)
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("100,000")));
        }
    }

    @Test
    void refusesWhatCannotBeCountedAndKeepsWhatWasPasted() throws Exception {
        web.perform(post("/work/pabulib")
                        .with(clerk)
                        .with(csrf())
                        .param("place", made.communityCode())
                        .param("text", "META\nkey;value\n"))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("key;value")));
        web.perform(get("/work/pabulib").with(clerk).param("place", made.communityCode()))
                .andExpect(status().isOk());
        web.perform(get("/work/pabulib").with(resident).param("place", made.communityCode()))
                .andExpect(status().isForbidden());
    }
}
