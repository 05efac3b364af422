package org.zhuxi.transparency;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as the bytes that the log commits to: the number of its format, then each column in a fixed order, big
 * endian. A column that may be missing begins with 1 when it is there and is 0 alone when it is not; a text is its length
 * in bytes (4) and UTF-8; a moment counts microseconds and a day counts days since 1970.
 */
public final class RecordBytes {

    private static final int USUAL_LENGTH = 384;

    private static final VarHandle INTEGER = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIGINT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[USUAL_LENGTH];
    private int length;

    /** @param format which columns follow, 1 to 255; never reused for others */
    public RecordBytes(int format) {
        small(format);
    }

    public RecordBytes small(int value) {
        var at = extend(Byte.BYTES);
        bytes[at] = (byte) value;
        return this;
    }

    public RecordBytes integer(int value) {
        var at = extend(Integer.BYTES);
        INTEGER.set(bytes, at, value);
        return this;
    }

    public RecordBytes bigint(long value) {
        var at = extend(Long.BYTES);
        BIGINT.set(bytes, at, value);
        return this;
    }

    public RecordBytes uuid(UUID value) {
        return bigint(value.getMostSignificantBits()).bigint(value.getLeastSignificantBits());
    }

    public RecordBytes date(LocalDate value) {
        return integer((int) value.toEpochDay());
    }

    public RecordBytes instant(Instant value) {
        return bigint(Math.addExact(Math.multiplyExact(value.getEpochSecond(), 1_000_000L), value.getNano() / 1_000));
    }

    /** Bytes of a length that the format fixes, such as a hash. */
    public RecordBytes raw(byte[] value) {
        var at = extend(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
        return this;
    }

    public RecordBytes text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        return integer(utf8.length).raw(utf8);
    }

    /** Pairs of name and number in the order of their names, after their count; 1.50 is written as the text 1.5. */
    public RecordBytes decimals(Map<String, BigDecimal> values) {
        integer(values.size());
        var pairs = new ArrayList<>(values.entrySet());
        pairs.sort(Map.Entry.comparingByKey());
        for (var pair : pairs) {
            text(pair.getKey()).text(pair.getValue().stripTrailingZeros().toPlainString());
        }
        return this;
    }

    public RecordBytes optionalInteger(@Nullable Integer value) {
        return value == null ? small(0) : small(1).integer(value);
    }

    public RecordBytes optionalBigint(@Nullable Long value) {
        return value == null ? small(0) : small(1).bigint(value);
    }

    public RecordBytes optionalUuid(@Nullable UUID value) {
        return value == null ? small(0) : small(1).uuid(value);
    }

    public RecordBytes optionalDate(@Nullable LocalDate value) {
        return value == null ? small(0) : small(1).date(value);
    }

    public RecordBytes optionalText(@Nullable String value) {
        return value == null ? small(0) : small(1).text(value);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** @return where the added bytes begin */
    private int extend(int added) {
        var at = length;
        length += added;
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        return at;
    }
}
