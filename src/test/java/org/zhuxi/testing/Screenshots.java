package org.zhuxi.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.zhuxi.platform.rights.RightsMatrix;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes pictures of every page of a running demo world: {@code ./zhuxi screenshots}. Options are {@code --url}, {@code --data}
 * (folder of the world's {@code demo-accounts.json}), {@code --to}, and to narrow down {@code --only}, {@code --size},
 * {@code --lang} and {@code --look}, each a list with commas.
 */
public final class Screenshots {

    private static final int BROWSERS = 2;

    /** Roles of the demo world's people, the one with the fewest rights first. */
    private static final List<String> PEOPLE = List.of(
            "resident",
            "steward",
            "community-clerk",
            "community-head",
            "recycler",
            "verifier",
            "street-officer",
            "county-officer",
            "operator");

    private static final List<Integer> DESKTOP = List.of(1440, 900);

    private static final Map<String, List<Integer>> SIZES =
            Map.of("phone", List.of(360, 740), "tablet", List.of(768, 1024), "desktop", DESKTOP);

    private static final Map<String, String> LOOKS =
            Map.of("light", "normal.light", "dark", "normal.dark", "elder", "large.light");

    private final Map<String, String> options;
    private final String base;
    private final Path folder;
    private final Queue<Shot> taken = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private Screenshots(Map<String, String> options) {
        this.options = options;
        this.base = options.getOrDefault("url", "http://localhost:8080");
        this.folder = Path.of(options.getOrDefault("to", "target/screenshots"));
    }

    private record Shot(PageAtlas.Spot spot, String size, String lang, String look) {

        int width() {
            return SIZES.getOrDefault(size, DESKTOP).getFirst();
        }

        int height() {
            return SIZES.getOrDefault(size, DESKTOP).getLast();
        }

        String file() {
            var name = spot.pattern().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
            return "%s/%s.%s.%s.jpg".formatted(size, name.isEmpty() ? "home" : name, lang, look);
        }
    }

    private record Account(String username, String password, List<String> roles) {}

    public static void main(String[] arguments) throws Exception {
        var options = new HashMap<String, String>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        new Screenshots(options).take();
    }

    private void take() throws Exception {
        var visitors = visitors();
        var atlas = draw(visitors);
        var wanted = atlas.spots().stream()
                .filter(spot -> !options.containsKey("only")
                        || chosen("only", List.of()).stream().anyMatch(spot.path()::startsWith))
                .toList();
        System.out.printf(
                "%d pages; %d addresses are no pages or not reached%n",
                wanted.size(), atlas.unreached().size());
        var waiting = new ConcurrentLinkedQueue<>(wanted);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(
                    Collections.nCopies(BROWSERS, Executors.callable(() -> takeAll(waiting, visitors))))) {
                one.get();
            }
        }
        Files.writeString(folder.resolve("index.html"), index(atlas));
        System.out.printf(
                "%d pictures: %s%n", taken.size(), folder.resolve("index.html").toAbsolutePath());
        faults.forEach(System.out::println);
    }

    private Map<String, Visitor> visitors() throws IOException {
        var file = Path.of(options.getOrDefault("data", "data"), "demo-accounts.json");
        var accounts = JsonMapper.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(file.toFile(), Account[].class);
        var visitors = new LinkedHashMap<String, Visitor>();
        visitors.put("visitor", new Visitor("visitor", base));
        for (var role : PEOPLE) {
            Arrays.stream(accounts)
                    .filter(account -> account.roles().contains(role))
                    .findFirst()
                    .ifPresent(account ->
                            visitors.put(role, new Visitor(role, base).signIn(account.username(), account.password())));
        }
        return visitors;
    }

    private static PageAtlas draw(Map<String, Visitor> visitors) {
        try (var context = new AnnotationConfigApplicationContext(RightsMatrix.class)) {
            return PageAtlas.draw(
                    context.getBean(RightsMatrix.class).endpoints(), visitors, List.of("/problems/forbidden"));
        }
    }

    private void takeAll(Queue<PageAtlas.Spot> waiting, Map<String, Visitor> visitors) {
        try (var chrome = Chrome.start()) {
            var pages = new HashMap<String, Page>();
            for (var spot = waiting.poll(); spot != null; spot = waiting.poll()) {
                var visitor = Objects.requireNonNull(visitors.get(spot.who()));
                for (var shot : shots(spot)) {
                    var page = pages.computeIfAbsent(
                            spot.who() + shot.size() + shot.lang(),
                            any -> open(chrome, visitor, shot).newPage());
                    page.context()
                            .addCookies(List.of(new Cookie("look", LOOKS.getOrDefault(shot.look(), "")).setUrl(base)));
                    take(page, shot);
                }
            }
        }
    }

    private List<Shot> shots(PageAtlas.Spot spot) {
        var shots = new ArrayList<Shot>();
        for (var size : chosen("size", List.of("phone", "tablet", "desktop"))) {
            for (var lang : chosen("lang", List.of("zh", "en"))) {
                for (var look : chosen("look", List.of("light", "dark", "elder"))) {
                    shots.add(new Shot(spot, size, lang, look));
                }
            }
        }
        return shots;
    }

    private void take(Page page, Shot shot) {
        try {
            page.navigate(base + shot.spot().path());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(shot.file()))
                    .setType(ScreenshotType.JPEG)
                    .setQuality(80)
                    .setFullPage(true));
            taken.add(shot);
            var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (width > shot.width()) {
                faults.add("%s is %d px wide".formatted(shot.file(), width));
            }
        } catch (com.microsoft.playwright.PlaywrightException failed) {
            faults.add(shot.file() + " " + failed.getMessage());
        }
    }

    private static BrowserContext open(Chrome chrome, Visitor visitor, Shot shot) {
        var context = chrome.context(shot.width(), shot.height(), shot.lang().equals("zh") ? "zh-CN" : "en");
        context.addCookies(visitor.cookies());
        return context;
    }

    private List<String> chosen(String option, List<String> otherwise) {
        var value = options.get(option);
        return value == null ? otherwise : List.of(value.split(","));
    }

    private String index(PageAtlas atlas) {
        var byPage = taken.stream()
                .collect(Collectors.groupingBy(
                        shot -> shot.spot().pattern(), java.util.TreeMap::new, Collectors.toList()));
        var html = new StringBuilder("""
                <!doctype html><meta charset="utf-8"><title>Zhuxi</title>
                <style>body{font:16px system-ui;margin:2rem} img{height:300px;object-fit:cover;object-position:top;border:1px solid #ccc}
                figure{display:inline-block;margin:0 1rem 1rem 0} h2{font-size:1rem}</style>
                <h1>Zhuxi</h1>
                """);
        byPage.forEach((pattern, shots) -> {
            html.append("<h2 id=\"%1$s\">%1$s</h2>%n".formatted(HtmlUtils.htmlEscape(pattern)));
            shots.stream()
                    .sorted(java.util.Comparator.comparing(Shot::file))
                    .forEach(shot -> html.append(
                            "<figure><a href=\"%1$s\"><img loading=\"lazy\" src=\"%1$s\" alt=\"\"></a><figcaption>%2$s, %3$s, %4$s</figcaption></figure>%n"
                                    .formatted(shot.file(), shot.size(), shot.lang(), shot.look())));
        });
        html.append("<h2>No page, or not reached</h2><ul>");
        atlas.unreached().forEach(pattern -> html.append("<li>").append(HtmlUtils.htmlEscape(pattern)));
        return html.append("</ul>").toString();
    }
}
