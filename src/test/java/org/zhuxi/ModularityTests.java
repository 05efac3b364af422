package org.zhuxi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private static final Path ARCHITECTURE = Path.of("docs/architecture.md");
    private static final String BEGIN = "<!-- house:begin -->\n";
    private static final String END = "<!-- house:end -->";
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("assessment", 4),
            Map.entry("kernel", 0),
            Map.entry("platform", 0),
            Map.entry("place", 1),
            Map.entry("account", 1),
            Map.entry("activity", 2),
            Map.entry("exchange", 2),
            Map.entry("indicator", 3),
            Map.entry("points", 3),
            Map.entry("project", 4),
            Map.entry("request", 4),
            Map.entry("carbon", 4),
            Map.entry("sensing", 4),
            Map.entry("waste", 4),
            Map.entry("compost", 5),
            Map.entry("governance", 5),
            Map.entry("notice", 6),
            Map.entry("report", 5),
            Map.entry("portal", 7),
            Map.entry("demo", 7),
            Map.entry("transparency", 0));

    private final ApplicationModules modules = ApplicationModules.of(ZhuxiApplication.class);

    @Test
    void modulesKeepTheirBoundaries() {
        modules.verify();
    }

    @Test
    void everyModuleHasAFloor() {
        assertThat(modules.stream().map(ModularityTests::name)).containsExactlyInAnyOrderElementsOf(FLOORS.keySet());
    }

    @Test
    void modulesCallOnlyLowerFloors() {
        modules.forEach(module -> calledBy(module)
                .filter(target -> floorOf(target) > 0)
                .forEach(target -> assertThat(floorOf(target))
                        .as("floor of %s, which %s calls", target, name(module))
                        .isLessThan(floorOf(name(module)))));
    }

    @Test
    void theGroundKnowsNoFeature() {
        modules.stream()
                .filter(module -> floorOf(name(module)) == 0)
                .forEach(module -> assertThat(calledBy(module)).allMatch(target -> floorOf(target) == 0));
    }

    @Test
    void thePictureInTheDocsIsTrue() throws IOException {
        var page = Files.readString(ARCHITECTURE);
        var drawn =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + picture() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("zhuxi.docs.write")) {
            Files.writeString(ARCHITECTURE, drawn);
        }
        assertThat(Files.readString(ARCHITECTURE)).isEqualTo(drawn);
    }

    @Test
    void writesACanvasOfEachModule() {
        new Documenter(modules).writeModulesAsPlantUml().writeModuleCanvases();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).isNotEmptyFile();
    }

    /** The modules by floor and who calls whom, for Mermaid; the ground, which all stand on, is left without arrows. */
    private String picture() {
        var floors = new TreeMap<Integer, TreeSet<String>>();
        FLOORS.forEach((module, floor) ->
                floors.computeIfAbsent(floor, any -> new TreeSet<>()).add(module));
        var boxes = floors.descendingMap().entrySet().stream()
                .map(floor -> "    subgraph floor%d[floor %d]\n%s    end\n"
                        .formatted(
                                floor.getKey(),
                                floor.getKey(),
                                floor.getValue().stream()
                                        .map("        %s\n"::formatted)
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining());
        var arrows = modules.stream()
                .sorted(java.util.Comparator.comparing(ModularityTests::name))
                .flatMap(module -> calledBy(module)
                        .filter(target -> floorOf(target) > 0)
                        .sorted()
                        .map(target -> "    %s --> %s\n".formatted(name(module), target)))
                .collect(Collectors.joining());
        return "```mermaid\nflowchart TB\n" + boxes + arrows + "```\n";
    }

    private Stream<String> calledBy(ApplicationModule module) {
        return module.getDirectDependencies(modules, DependencyType.values()).stream()
                .map(dependency -> name(dependency.getTargetModule()))
                .distinct();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static int floorOf(String module) {
        return Objects.requireNonNull(FLOORS.get(module), module);
    }
}
