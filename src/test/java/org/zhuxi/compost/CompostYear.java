package org.zhuxi.compost;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.testing.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site's months, 21 entries a bin and month: through the interface, as programs use it, in batches, or tapped into a phone; each
 * month is submitted, looked at and published by somebody else.
 */
public final class CompostYear {

    private static final int BATCH = 200;
    private static final int DAYS = 21;
    private static final BigDecimal OUTPUT_KG = BigDecimal.valueOf(30);
    private static final BigDecimal CORE_CELSIUS = BigDecimal.valueOf(58);
    private static final BigDecimal EDGE_CELSIUS = BigDecimal.valueOf(55);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String address;
    private final Yard yard;
    private final String keeper;
    private final String reviewer;
    private final List<UUID> bins = new ArrayList<>();
    private BigDecimal fedKg = BigDecimal.ZERO;

    /** @param address such as http://localhost:8080 */
    public CompostYear(String address, World worlds, Accounts accounts, CompostSites sites, int bins) {
        this.address = address;
        this.yard = Yard.make(worlds, accounts, sites);
        this.keeper = token(accounts, "clerk", Set.of("compost:write", "compost:read"));
        this.reviewer = token(accounts, "verifier", Set.of("compost:verify", "compost:read"));
        for (var bin = 1; bin <= bins; bin++) {
            var unit = new NewUnit(Ids.next(), "第" + bin + "箱", Method.AEROBIC_BIN, BigDecimal.valueOf(600), 2);
            sites.addUnit(yard.head(), yard.id(), unit);
            this.bins.add(unit.id());
        }
    }

    private String token(Accounts accounts, String who, Set<String> scopes) {
        return accounts.issueToken(World.founder(), yard.made().username(who), "year", scopes, Duration.ofDays(1));
    }

    /** Records a month of all bins by JSON. @return how many entries */
    public int record(YearMonth month) throws IOException, InterruptedException {
        var entries = entries(month).stream().map(json::writeValueAsString).toList();
        for (var from = 0; from < entries.size(); from += BATCH) {
            var batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
            var answer =
                    send(keeper, "POST", "/api/v1/compost/entries", "{\"entries\":[" + String.join(",", batch) + "]}");
            answer.path("results").forEach(it -> {
                if (!it.path("status").asString("").equals("created")) {
                    throw new IllegalStateException("Not taken: " + it);
                }
            });
        }
        return entries.size();
    }

    /** Taps a month of all bins into a phone without a network. @return how many entries wait on it now */
    public int tap(YearMonth month, CompostPhone phone) {
        var entries = entries(month);
        phone.loseNetwork(entries.getFirst().occurredAt());
        entries.forEach(phone::tap);
        return entries.size();
    }

    /** The user name of whoever keeps the log. */
    public String keeperName() {
        return yard.made().username("clerk");
    }

    /** A month's entries, day by day. */
    private List<NewEntry> entries(YearMonth month) {
        var entries = new ArrayList<NewEntry>();
        for (var day = 1; day <= DAYS; day++) {
            for (var bin = 0; bin < bins.size(); bin++) {
                entries.add(entry(bins.get(bin), bin, month.atDay(day)));
            }
        }
        return entries;
    }

    private NewEntry entry(UUID unit, int bin, LocalDate day) {
        var at = day.atTime(LocalTime.of(8, bin % 60)).atZone(Yard.ZONE).toInstant();
        if (day.getDayOfMonth() == DAYS) {
            return NewEntry.mass(Ids.next(), unit, EntryKind.OUTPUT, OUTPUT_KG, at);
        }
        if (day.getDayOfMonth() % 3 == 0) {
            return NewEntry.measured(Ids.next(), unit, CORE_CELSIUS, EDGE_CELSIUS, null, at);
        }
        if (day.getDayOfMonth() == 10) {
            return NewEntry.seen(Ids.next(), unit, EntryKind.TURN, null, at);
        }
        var kg = BigDecimal.valueOf(80 + (day.getDayOfMonth() * 7 + bin * 3) % 41L)
                .movePointLeft(1);
        fedKg = fedKg.add(kg);
        return NewEntry.fed(Ids.next(), unit, "food-mixed", kg, at);
    }

    /** Submits, looks at the sample and publishes. @return how many entries were looked at */
    public int verify(YearMonth month) throws IOException, InterruptedException {
        var path = "/api/v1/compost/sites/" + yard.id() + "/months/" + month;
        send(keeper, "POST", path + "/submission", "{}");
        var sample = send(reviewer, "GET", path, "").path("sample");
        for (var it : sample) {
            send(
                    reviewer,
                    "POST",
                    "/api/v1/compost/entries/" + it.path("entry").asString("") + "/look",
                    "{\"good\":true}");
        }
        send(reviewer, "POST", path + "/publication", "{}");
        return sample.size();
    }

    /** What the site has published, in kg, as everybody reads it. */
    public BigDecimal publishedKg() throws IOException, InterruptedException {
        var site = send("", "GET", "/api/v1/compost/sites/" + yard.id(), "");
        return IntStream.range(0, site.path("months").size())
                .mapToObj(i -> site.path("months").get(i).path("treatedKg").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was fed, in kg. */
    public BigDecimal fedKg() {
        return fedKg;
    }

    private JsonNode send(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("%s %s: %d %s"
                    .formatted(method, path, answer.statusCode(), answer.body().toLowerCase(Locale.ROOT)));
        }
        return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
    }
}
