package org.zhuxi.platform.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whatever is passed over, the same method answers as Spring itself would choose. */
class SegmentHandlerMappingTests {

    private final MockMvc quick = MockMvcBuilders.standaloneSetup(new Answers())
            .setCustomHandlerMapping(SegmentHandlerMapping::new)
            .build();
    private final MockMvc plain = MockMvcBuilders.standaloneSetup(new Answers()).build();

    @RestController
    static class Answers {

        @GetMapping("/")
        String root() {
            return "root";
        }

        @GetMapping({"/work/{id}", "/desk/{id}/now"})
        String one(@PathVariable String id) {
            return "one " + id;
        }

        @GetMapping("/work/meters/{id}")
        String meter(@PathVariable String id) {
            return "meter " + id;
        }

        @GetMapping("/work/meter-*/{id}")
        String kind(@PathVariable String id) {
            return "kind " + id;
        }

        @GetMapping("/sta/v1.1/{*path}")
        String rest(@PathVariable String path) {
            return "rest" + path;
        }

        @GetMapping("/{name}.csv")
        String file(@PathVariable String name) {
            return "file " + name;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/,root",
        "/work/7,one 7",
        "/desk/7/now,one 7",
        "/work/meters/7,meter 7",
        "/work/meter-a/7,kind 7",
        "/w%6frk/meters/7,meter 7",
        "/work;a=b/meters/7,meter 7",
        "/work/a%2Fb,one a/b",
        "/sta/v1.1/Things(1)/Datastreams,rest/Things(1)/Datastreams",
        "/sta/v1.1,rest",
        "/homes.csv,file homes"
    })
    void theMethodThatFitsAnswers(String path, String words) throws Exception {
        quick.perform(get(URI.create(path)))
                .andExpect(status().isOk())
                .andExpect(content().string(words));
        plain.perform(get(URI.create(path)))
                .andExpect(status().isOk())
                .andExpect(content().string(words));
    }

    @Test
    void whatNobodyAnswersIsNotFoundAndAnotherMethodNotAllowed() throws Exception {
        quick.perform(get("/works/meters/7")).andExpect(status().isNotFound());
        quick.perform(get("/work/meters/7/8")).andExpect(status().isNotFound());
        quick.perform(post("/work/meters/7")).andExpect(status().isMethodNotAllowed());
    }
}
