package org.zhuxi.place.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Register;
import org.zhuxi.platform.start.Preparation;

/** Puts the shipped divisions into an empty tree: the provinces, and the streets of the communities in the sources. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ShippedDivisions implements Preparation {

    /** The codes are those of 30 June 2023; older ones are not claimed. */
    private static final LocalDate KNOWN_FROM = LocalDate.of(2023, 6, 30);

    private static final String SOURCE = "国家统计局 统计用区划代码 2023";
    private static final Actor PROGRAM =
            new Actor(null, "竹西", Set.of(new Grant(Role.DATA_STEWARD, PlacePath.NATION)), Set.of(), null);

    private final Register register;
    private final DivisionStore divisions;
    private final Today today;

    ShippedDivisions(Register register, DivisionStore divisions, Today today) {
        this.register = register;
        this.divisions = divisions;
        this.today = today;
    }

    @Override
    public void prepare() {
        if (divisions.listChildren(PlaceCode.NATION, today.get()).isEmpty()) {
            register.addDivisions(PROGRAM, read());
        }
    }

    private static List<NewDivision> read() {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var file = new ClassPathResource("place/divisions.csv").getInputStream();
                var parser = format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return parser.stream().map(ShippedDivisions::division).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewDivision division(CSVRecord row) {
        return new NewDivision(
                row.get("code"),
                PlaceKind.valueOf(row.get("kind")),
                row.get("parent"),
                new Names(row.get("name_zh"), row.get("name_en")),
                KNOWN_FROM,
                Origin.PUBLIC,
                SOURCE);
    }
}
