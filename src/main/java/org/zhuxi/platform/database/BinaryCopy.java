package org.zhuxi.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteConverter;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Writes many rows into one table by {@code COPY … FROM STDIN (FORMAT binary)}, inside the running transaction. The format
 * is that of the PostgreSQL manual, page COPY, section Binary Format.
 */
public final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long POSTGRES_EPOCH_DAY = 10_957; // 2000-01-01
    private static final long POSTGRES_EPOCH_SECONDS = POSTGRES_EPOCH_DAY * 86_400;
    private static final byte JSONB_VERSION = 1;

    private final String table;
    private final String[] columns;
    private byte[] bytes = new byte[64 * 1024];
    private ByteBuffer out = ByteBuffer.wrap(bytes);
    private long rows;

    /** @param table with its schema; not from user input, like the columns */
    public BinaryCopy(String table, String... columns) {
        this.table = table;
        this.columns = columns;
        out.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins the next row; exactly one value for each column must follow. */
    public BinaryCopy row() {
        rows++;
        room(2).putShort((short) columns.length);
        return this;
    }

    public BinaryCopy integer(@Nullable Integer value) {
        if (value == null) {
            return none();
        }
        room(8).putInt(4).putInt(value);
        return this;
    }

    public BinaryCopy smallint(@Nullable Integer value) {
        if (value == null) {
            return none();
        }
        room(6).putInt(2).putShort(value.shortValue());
        return this;
    }

    public BinaryCopy bigint(@Nullable Long value) {
        return value == null ? none() : number(value);
    }

    public BinaryCopy numeric(@Nullable BigDecimal value) {
        return value == null ? none() : bytea(ByteConverter.numeric(value));
    }

    /** A {@code double precision}. */
    public BinaryCopy real(@Nullable Double value) {
        return value == null ? none() : number(Double.doubleToRawLongBits(value));
    }

    public BinaryCopy bool(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public BinaryCopy uuid(@Nullable UUID value) {
        if (value == null) {
            return none();
        }
        room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    public BinaryCopy text(@Nullable String value) {
        return value == null ? none() : bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    public BinaryCopy bytea(byte @Nullable [] value) {
        if (value == null) {
            return none();
        }
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    public BinaryCopy jsonb(@Nullable String value) {
        if (value == null) {
            return none();
        }
        var text = value.getBytes(StandardCharsets.UTF_8);
        room(5 + text.length).putInt(text.length + 1).put(JSONB_VERSION).put(text);
        return this;
    }

    public BinaryCopy date(@Nullable LocalDate value) {
        if (value == null) {
            return none();
        }
        room(8).putInt(4).putInt((int) (value.toEpochDay() - POSTGRES_EPOCH_DAY));
        return this;
    }

    /** A {@code timestamptz}, kept to the microsecond. */
    public BinaryCopy instant(@Nullable Instant value) {
        return value == null
                ? none()
                : number((value.getEpochSecond() - POSTGRES_EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
    }

    /** Sends the rows over the connection of the running transaction. */
    public void send(DataSource database) throws DataAccessException {
        if (rows == 0) {
            return;
        }
        room(2).putShort((short) -1);
        var connection = DataSourceUtils.getConnection(database);
        var sql = "copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns));
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql, new ByteArrayInputStream(bytes, 0, out.position()), 64 * 1024);
        } catch (SQLException e) {
            throw translated(database, sql, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private BinaryCopy none() {
        room(4).putInt(-1);
        return this;
    }

    private BinaryCopy number(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    private ByteBuffer room(int needed) {
        if (out.remaining() < needed) {
            var at = out.position();
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + needed));
            out = ByteBuffer.wrap(bytes).position(at);
        }
        return out;
    }

    private static DataAccessException translated(DataSource database, String sql, SQLException e) {
        SQLExceptionTranslator translator = new SQLErrorCodeSQLExceptionTranslator(database);
        var translated = translator.translate("copy", sql, e);
        return translated == null ? new org.springframework.jdbc.UncategorizedSQLException("copy", sql, e) : translated;
    }
}
