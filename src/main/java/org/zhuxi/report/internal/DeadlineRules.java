package org.zhuxi.report.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.Expectation.What;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** By when what is due; declared in {@code report/deadlines.yaml}. A wrong file stops the start. */
@Component
public class DeadlineRules {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Rule> rules;

    DeadlineRules() {
        this.rules = read("report/deadlines.yaml");
    }

    /** The rules that come with the program. */
    public static DeadlineRules shipped() {
        return new DeadlineRules();
    }

    /**
     * A rule.
     *
     * @param year the only year it is for, or null for all
     * @param day month and day in the year of the report, such as {@code 11-30}
     * @param official whether a circular says so; otherwise it is what this program proposes
     */
    public record Rule(What what, PlaceKind level, @Nullable Integer year, String day, boolean official, Names source) {

        LocalDate in(int reportYear) {
            return MonthDay.parse("--" + day).atYear(reportYear);
        }
    }

    record File(List<Rule> rules) {}

    private static List<Rule> read(String file) {
        try (var content = new ClassPathResource(file).getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            var rules = JSON.convertValue(tree, File.class).rules();
            rules.forEach(rule -> rule.in(2020));
            return List.copyOf(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YAMLException | JacksonException | java.time.DateTimeException | IllegalArgumentException e) {
            throw new IllegalStateException("Deadlines in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    public List<Rule> all() {
        return rules;
    }

    /** The rule for a level and year; one for that year alone comes first. */
    Optional<Rule> find(What what, PlaceKind level, int year) {
        var found = rules.stream()
                .filter(rule -> rule.what() == what && rule.level() == level)
                .toList();
        return found.stream()
                .filter(rule -> rule.year() != null && rule.year() == year)
                .findFirst()
                .or(() -> found.stream().filter(rule -> rule.year() == null).findFirst());
    }

    /** The last day; the end of the year where no rule says more. */
    public Deadline of(What what, PlaceKind level, int year) {
        return new Deadline(
                find(what, level, year).map(rule -> rule.in(year)).orElseGet(() -> LocalDate.of(year, 12, 31)));
    }
}
