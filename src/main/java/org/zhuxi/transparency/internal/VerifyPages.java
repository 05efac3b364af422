package org.zhuxi.transparency.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.transparency.LogState;
import org.zhuxi.transparency.TransparencyLog;
import org.zhuxi.transparency.VerifyReceipt;

/** Checks receipts: in the browser by a script, here for browsers without it, and in a file to take along. */
@Controller
class VerifyPages {

    private static final int LONGEST_RECEIPT = 64 * 1024;

    private final TransparencyLog log;

    VerifyPages(TransparencyLog log) {
        this.log = log;
    }

    @GetMapping("/verify")
    String ask(Model model) {
        return page(model, "");
    }

    @PostMapping("/verify")
    String check(
            Model model,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var given = receipt.isBlank() && file != null ? new String(file.getBytes(), StandardCharsets.UTF_8) : receipt;
        var text = given.replace("\r\n", "\n");
        var keys = key.lines().filter(line -> !line.isBlank()).toList();
        model.addAttribute(
                "finding",
                text.length() > LONGEST_RECEIPT
                        ? VerifyReceipt.check("", keys)
                        : VerifyReceipt.check(text, keys.isEmpty() ? ownKeys() : keys));
        return page(model, text.length() > LONGEST_RECEIPT ? "" : text);
    }

    /** The whole checker in one file that works without network, with the keys of this log in it. */
    @GetMapping("/verify/verify.html")
    String offline(Model model, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Disposition", "attachment; filename=\"verify.html\"");
        model.addAttribute(
                "script", new ClassPathResource("assets/verify.js").getContentAsString(StandardCharsets.UTF_8));
        model.addAttribute("keys", String.join("\n", ownKeys()));
        return "transparency/offline";
    }

    private String page(Model model, String receipt) {
        if (!model.containsAttribute("finding")) {
            model.addAttribute("finding", null);
        }
        model.addAttribute("receipt", receipt);
        model.addAttribute("keys", String.join("\n", ownKeys()));
        return "transparency/verify";
    }

    /** The key of the log and those of its witnesses. */
    private List<String> ownKeys() {
        return log.state().stream()
                .flatMap(state -> Stream.concat(
                        state.keys().stream(), state.witnesses().stream().map(LogState.Witness::key)))
                .toList();
    }
}
