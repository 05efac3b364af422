package org.zhuxi.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.springframework.web.util.HtmlUtils;

/** Talks to the running program as a browser does: cookies, hidden fields and the headers browsers set by themselves. */
final class Browser {

    private static final Pattern INPUT =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final CookieManager cookies;
    private final HttpClient client;
    private final String base;
    private final int port;
    private String language = "zh-CN";

    Browser(int port) {
        this(port, new CookieManager());
    }

    private Browser(int port, CookieManager cookies) {
        this("http", port, cookies, HttpClient.newBuilder());
    }

    private Browser(String scheme, int port, CookieManager cookies, HttpClient.Builder client) {
        this.port = port;
        this.base = scheme + "://localhost:" + port;
        this.cookies = cookies;
        this.client = client.cookieHandler(cookies).build();
    }

    /** Over TLS, trusting what the context trusts. */
    static Browser overTls(int port, SSLContext trusting) {
        return new Browser(
                "https", port, new CookieManager(), HttpClient.newBuilder().sslContext(trusting));
    }

    Browser inEnglish() {
        language = "en";
        return this;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Goes to a whole address, also of another server. */
    HttpResponse<String> go(String address) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .GET());
    }

    /** Posts fields as a form of the page at {@code from} would, with that page's form token. */
    HttpResponse<String> fill(String from, String to, Map<String, String> fields) {
        var all = new ArrayList<>(hiddenIn(get(from).body()).stream()
                .filter(field -> field.getKey().equals("_csrf"))
                .limit(1)
                .toList());
        fields.forEach((name, value) -> all.add(Map.entry(name, value)));
        return post(to, all);
    }

    HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields, String... headers) {
        var request = formRequest(path, fields, headers);
        return send(headers.length == 0 ? request.header("Sec-Fetch-Site", "same-origin") : request);
    }

    private HttpRequest.Builder formRequest(String path, List<Map.Entry<String, String>> fields, String... headers) {
        var body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Posts fields as a script of a page does. */
    HttpResponse<String> postForJson(String path, List<Map.Entry<String, String>> fields) {
        return send(formRequest(path, fields)
                .setHeader("Accept", "application/json")
                .header("Sec-Fetch-Site", "same-origin"));
    }

    HttpResponse<String> signIn(String name, String password, String... remember) {
        var fields = new java.util.HashMap<>(Map.of("username", name, "password", password));
        if (remember.length > 0) {
            fields.put("remember-me", "true");
        }
        return fill("/sign-in", "/sign-in", fields);
    }

    /** Signs in with headers of a certain browser. */
    HttpResponse<String> signInFrom(List<String> headers, String name, String password) {
        var fields = new ArrayList<>(hiddenIn(get("/sign-in").body()));
        fields.addAll(List.of(Map.entry("username", name), Map.entry("password", password)));
        return post("/sign-in", fields, headers.toArray(String[]::new));
    }

    static List<Map.Entry<String, String>> hiddenIn(String page) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        var matcher = INPUT.matcher(page);
        while (matcher.find()) {
            fields.add(Map.entry(matcher.group(1), HtmlUtils.htmlUnescape(matcher.group(2))));
        }
        return fields;
    }

    /** As if the server had forgotten the session, or the browser had been closed. */
    void loseSession() {
        List.copyOf(cookies.getCookieStore().getCookies()).stream()
                .filter(cookie -> cookie.getName().endsWith("zhuxi-session"))
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    /** The path to which an answer sends the browser; empty when it does not. */
    static String target(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(to -> to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()))
                .orElse("");
    }

    int port() {
        return port;
    }

    List<String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName())
                .toList();
    }

    /** The same browser, talking to another instance of the program: cookies do not know ports. */
    Browser at(int otherPort) {
        return new Browser(otherPort, cookies);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html,application/json")
                .header("Accept-Language", language);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
