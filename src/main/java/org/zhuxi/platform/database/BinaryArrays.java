package org.zhuxi.platform.database;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Array parameters in PostgreSQL's binary form. The driver sends arrays of objects as text, which costs a string for each
 * element here and a parse of each there. The form is that of {@code array_recv}: number of dimensions, whether nulls occur,
 * type of the elements, length, lower bound, then length and bytes of each element.
 */
public final class BinaryArrays {

    private static final int HEADER_BYTES = 20;
    private static final int NULL = -1;

    private BinaryArrays() {}

    /** A {@code uuid[]}; elements may be null. */
    public static Array uuids(Connection connection, @Nullable UUID[] values) throws SQLException {
        var bytes = header(Oid.UUID, values.length, HEADER_BYTES + values.length * 20);
        for (var value : values) {
            if (value == null) {
                bytes.putInt(NULL);
            } else {
                bytes.putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
            }
        }
        return array(connection, Oid.UUID_ARRAY, bytes);
    }

    /** A {@code bigint[]}; elements may be null. */
    public static Array longs(Connection connection, @Nullable Long[] values) throws SQLException {
        var bytes = header(Oid.INT8, values.length, HEADER_BYTES + values.length * 12);
        for (var value : values) {
            if (value == null) {
                bytes.putInt(NULL);
            } else {
                bytes.putInt(Long.BYTES).putLong(value);
            }
        }
        return array(connection, Oid.INT8_ARRAY, bytes);
    }

    /** An {@code integer[]}; elements may be null. */
    public static Array integers(Connection connection, @Nullable Integer[] values) throws SQLException {
        var bytes = header(Oid.INT4, values.length, HEADER_BYTES + values.length * 8);
        for (var value : values) {
            if (value == null) {
                bytes.putInt(NULL);
            } else {
                bytes.putInt(Integer.BYTES).putInt(value);
            }
        }
        return array(connection, Oid.INT4_ARRAY, bytes);
    }

    /** The elements of a {@code bigint[]} without nulls, as {@code array_send} gives them. */
    public static long[] longs(byte[] sent) {
        var bytes = ByteBuffer.wrap(sent);
        if (bytes.getInt() == 0) {
            return new long[0];
        }
        var values = new long[bytes.getInt(12)];
        bytes.position(HEADER_BYTES);
        for (var i = 0; i < values.length; i++) {
            bytes.getInt();
            values[i] = bytes.getLong();
        }
        return values;
    }

    // room is for the case without nulls, which is the longest
    private static ByteBuffer header(int elementType, int length, int room) {
        return ByteBuffer.allocate(room)
                .putInt(1)
                .putInt(1)
                .putInt(elementType)
                .putInt(length)
                .putInt(1);
    }

    private static Array array(Connection connection, int type, ByteBuffer bytes) throws SQLException {
        var sent = new byte[bytes.position()];
        bytes.flip().get(sent);
        return new PgArray(connection.unwrap(BaseConnection.class), type, sent);
    }
}
