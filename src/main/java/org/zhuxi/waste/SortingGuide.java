package org.zhuxi.waste;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.zhuxi.kernel.Names;
import tools.jackson.databind.json.JsonMapper;

/** What goes where, after GB/T 19095-2019, from {@code waste/classes.json}. */
@Service
public class SortingGuide {

    private final Map<WasteClass, Chapter> chapters = new EnumMap<>(WasteClass.class);

    SortingGuide(JsonMapper json) throws java.io.IOException {
        try (var file = new ClassPathResource("waste/classes.json").getInputStream()) {
            for (var chapter : json.readValue(file, Book.class).classes()) {
                chapters.put(WasteClass.find(chapter.code()).orElseThrow(), chapter);
            }
        }
    }

    /** The chapter of a class, with all its examples. */
    public Chapter chapter(WasteClass wasteClass) {
        return Objects.requireNonNull(chapters.get(wasteClass));
    }

    /** All chapters with only those examples whose words contain the query; everything for an empty query. */
    public List<Chapter> search(String query) {
        var wanted = query.strip().toLowerCase(Locale.ROOT);
        return chapters.values().stream()
                .map(chapter -> chapter.matching(wanted))
                .filter(chapter -> !chapter.examples().isEmpty())
                .toList();
    }

    private record Book(List<Chapter> classes) {}

    /**
     * One class.
     *
     * @param colour name of the colour of the standard
     * @param rule how to prepare what belongs here
     * @param bagKg mass of one household bag in kg, reckoned with where nothing is weighed; an estimate, declared and not measured
     */
    public record Chapter(String code, Names colour, Names rule, BigDecimal bagKg, List<Example> examples) {

        public Chapter {
            examples = List.copyOf(examples);
        }

        public WasteClass wasteClass() {
            return WasteClass.find(code).orElseThrow();
        }

        private Chapter matching(String query) {
            return new Chapter(
                    code,
                    colour,
                    rule,
                    bagKg,
                    examples.stream().filter(it -> it.contains(query)).toList());
        }
    }

    /**
     * A thing and where it goes.
     *
     * @param words other words under which people look for it
     * @param tip what to do with it first; may be empty in both languages
     */
    public record Example(Names name, String words, Names tip) {

        private boolean contains(String query) {
            return (name.zh() + " " + name.en() + " " + words)
                    .toLowerCase(Locale.ROOT)
                    .contains(query);
        }
    }
}
