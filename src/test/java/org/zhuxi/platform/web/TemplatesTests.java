package org.zhuxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates hold structure only: no word, figure, colour or style of their own. */
class TemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/jte");

    /** Symbols of units and names that are the same in every language. */
    private static final Set<String> SAME_EVERYWHERE = Set.of(
            "kg",
            "g",
            "m",
            "L",
            "KB",
            "MB",
            "GB",
            "km",
            "m³",
            "API",
            "CSV",
            "JSON",
            "GeoJSON",
            "csv",
            "xlsx",
            "Zhuxi",
            "Java",
            "PostgreSQL",
            "problems");

    /** The name of the other language is written in that language; codes for scanners are black on white. */
    private static final Set<String> MAY_NAME_LANGUAGES = Set.of("layout/language.jte", "portal/more.jte");

    private static final Set<String> MAY_BE_BLACK_ON_WHITE = Set.of("layout/qr.jte", "waste/kit/labels.jte");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(");
    private static final Pattern STYLE =
            Pattern.compile("\\bstyle=\"|<style\\b|<script(?![^>]*\\bsrc=)|\\son[a-z]+=\"");
    /** Fields are written in part/ and nowhere else, so that each has its label, hint, error and what readers need of them. */
    private static final Pattern FIELD =
            Pattern.compile("class=\"form-(?:control|select)|<textarea|<label class=\"form-label");

    /** A page that is kept as a file and has no style sheet. */
    private static final Set<String> MAY_STAND_ALONE = Set.of("transparency/offline.jte");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]*");
    private static final Pattern HEADER = Pattern.compile("(?m)^\\s*(@import|@param|!\\{).*$");
    private static final Pattern MARKUP = Pattern.compile("(?s)<!--.*?-->|<kbd>.*?</kbd>|<[^>]*>|&#?\\w+;");
    private static final Pattern CONTROL =
            Pattern.compile("@(endif|endfor|else|elseif|if|for|template\\.[\\w.-]+)\\b|\\b\\w+ = ");

    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdsStructureOnly(Path template) throws IOException {
        assertThat(faults(TEMPLATES.relativize(template).toString(), Files.readString(template)))
                .as("%s; words belong into messages/*.properties, colours into assets/tokens.css", template)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>三栋今天开放</p> | 三栋今天开放",
                "<p>${page.t(\"a\")} 80 percent</p> | 80",
                "<p class=\"a\">Sorted</p> | Sorted",
                "<b style=\"color:red\">${x}</b> | style=\"",
                "<path fill=\"#2f7d5b\"/> | #2f7d5b",
                "@if(n > 2)<td>${n} items</td>@endif | items",
                "<a onclick=\"go()\">${x}</a> | onclick",
                "<input class=\"form-control w-auto\" id=\"a\"> | form-control",
                "<select class=\"form-select\"></select> | form-select",
                "<textarea id=\"a\"></textarea> | textarea"
            })
    void findsWhatIsTyped(String text, String fault) {
        assertThat(faults("any.jte", text)).anyMatch(found -> found.contains(fault));
    }

    @Test
    void letsExpressionsAndUnitsBe() {
        var text =
                "@param Page page\n@if(n == 2 && a.equals(\"x (y\"))<td class=\"text-end\">${n} kg</td>@else${page.t(\"a.b\")}@endif";

        assertThat(faults("any.jte", text)).isEmpty();
    }

    private static List<String> faults(String name, String template) {
        var faults = new ArrayList<String>();
        var text = withoutExpressions(HEADER.matcher(template).replaceAll(""));
        if (!MAY_NAME_LANGUAGES.contains(name)) {
            CHINESE.matcher(template).results().forEach(found -> faults.add(found.group()));
        }
        if (!MAY_BE_BLACK_ON_WHITE.contains(name)) {
            COLOUR.matcher(text).results().forEach(found -> faults.add(found.group()));
        }
        if (!name.startsWith("part/") && !MAY_STAND_ALONE.contains(name)) {
            FIELD.matcher(template).results().forEach(found -> faults.add(found.group()));
        }
        STYLE.matcher(text).results().forEach(found -> faults.add(found.group()));
        var words = CONTROL.matcher(MARKUP.matcher(text).replaceAll(" ")).replaceAll(" ");
        WORD.matcher(words)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(word -> !SAME_EVERYWHERE.contains(word))
                .forEach(faults::add);
        return faults;
    }

    /** Leaves out what stands in <code>${…}</code> and in the brackets of <code>@if(…)</code>; texts handed to templates stay. */
    private static String withoutExpressions(String template) {
        var rest = new StringBuilder();
        var control = Pattern.compile("\\$(unsafe)?\\{|@(if|elseif|for|template\\.[\\w.-]+)\\(");
        var from = 0;
        var matcher = control.matcher(template);
        while (matcher.find(from)) {
            rest.append(template, from, matcher.start()).append(' ');
            from = endOf(template, matcher.end());
        }
        return rest.append(template.substring(from)).toString();
    }

    /** Behind the bracket that closes the one before {@code from}, or where a text begins inside it. */
    private static int endOf(String template, int from) {
        var depth = 1;
        var at = from;
        while (depth > 0 && at < template.length()) {
            var here = template.charAt(at);
            if (template.startsWith("@`", at)) {
                return at + 2;
            } else if (here == '"') {
                at = endOfString(template, at);
            } else if (here == '(' || here == '{') {
                depth++;
            } else if (here == ')' || here == '}') {
                depth--;
            }
            at++;
        }
        return at;
    }

    private static int endOfString(String template, int from) {
        var at = from + 1;
        while (template.charAt(at) != '"') {
            at += template.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
