package org.zhuxi.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordBytesTests {

    @Test
    void areBigEndianInTheOrderWritten() {
        var bytes = new RecordBytes(7)
                .small(255)
                .integer(-2)
                .bigint(1)
                .uuid(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
                .date(LocalDate.of(1970, 1, 3))
                .instant(Instant.ofEpochSecond(1, 2_000))
                .raw(new byte[] {9, 8})
                .text("竹")
                .decimals(Map.of("b", new BigDecimal("20.0"), "a", new BigDecimal("1.50")))
                .toBytes();

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("07" + "ff" + "fffffffe" + "0000000000000001" + "00112233445566778899aabbccddeeff"
                        + "00000002" + "00000000000f4242" + "0908" + "00000003e7abb9" + "00000002"
                        + "0000000161" + "00000003312e35" + "0000000162" + "000000023230");
    }

    @Test
    void sayWhetherAnOptionalColumnIsThere() {
        var there = new RecordBytes(1)
                .optionalInteger(5)
                .optionalBigint(6L)
                .optionalUuid(new UUID(0, 7))
                .optionalDate(LocalDate.of(1970, 1, 2))
                .optionalText("")
                .toBytes();
        var missing = new RecordBytes(1)
                .optionalInteger(null)
                .optionalBigint(null)
                .optionalUuid(null)
                .optionalDate(null)
                .optionalText(null)
                .toBytes();

        assertThat(HexFormat.of().formatHex(there))
                .isEqualTo("01" + "0100000005" + "010000000000000006" + "01" + "0".repeat(31) + "7" + "0100000001"
                        + "0100000000");
        assertThat(missing).containsExactly(1, 0, 0, 0, 0, 0);
    }

    @Test
    void growAsFarAsTheRecordNeeds() {
        var name = "竹".repeat(1_000);
        var bytes = new RecordBytes(2).text(name).text(name).small(3).toBytes();

        assertThat(bytes)
                .hasSize(1 + 2 * (4 + 3_000) + 1)
                .startsWith(2, 0, 0, 11, 184)
                .endsWith(3);
    }
}
