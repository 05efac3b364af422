package org.zhuxi.platform.database;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
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
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private long rows;

    /** @param table with its schema; not from user input, like the columns */
    public BinaryCopy(String table, String... columns) {
        this.table = table;
        this.columns = columns;
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    /** Begins the next row; exactly one value for each column must follow. */
    public BinaryCopy row() {
        rows++;
        return write(() -> out.writeShort(columns.length));
    }

    public BinaryCopy integer(@Nullable Integer value) {
        return value == null
                ? none()
                : write(() -> {
                    out.writeInt(4);
                    out.writeInt(value);
                });
    }

    public BinaryCopy smallint(@Nullable Integer value) {
        return value == null
                ? none()
                : write(() -> {
                    out.writeInt(2);
                    out.writeShort(value);
                });
    }

    public BinaryCopy bigint(@Nullable Long value) {
        return value == null
                ? none()
                : write(() -> {
                    out.writeInt(8);
                    out.writeLong(value);
                });
    }

    public BinaryCopy bool(boolean value) {
        return write(() -> {
            out.writeInt(1);
            out.writeByte(value ? 1 : 0);
        });
    }

    public BinaryCopy uuid(@Nullable UUID value) {
        return value == null
                ? none()
                : write(() -> {
                    out.writeInt(16);
                    out.writeLong(value.getMostSignificantBits());
                    out.writeLong(value.getLeastSignificantBits());
                });
    }

    public BinaryCopy text(@Nullable String value) {
        return value == null ? none() : bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    public BinaryCopy bytea(byte @Nullable [] value) {
        return value == null
                ? none()
                : write(() -> {
                    out.writeInt(value.length);
                    out.write(value);
                });
    }

    public BinaryCopy jsonb(@Nullable String value) {
        if (value == null) {
            return none();
        }
        var text = value.getBytes(StandardCharsets.UTF_8);
        return write(() -> {
            out.writeInt(text.length + 1);
            out.writeByte(JSONB_VERSION);
            out.write(text);
        });
    }

    public BinaryCopy date(@Nullable LocalDate value) {
        return value == null ? none() : integer((int) (value.toEpochDay() - POSTGRES_EPOCH_DAY));
    }

    /** A {@code timestamptz}, kept to the microsecond. */
    public BinaryCopy instant(@Nullable Instant value) {
        return value == null
                ? none()
                : bigint((value.getEpochSecond() - POSTGRES_EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
    }

    /** Sends the rows over the connection of the running transaction. */
    public void send(DataSource database) throws DataAccessException {
        if (rows == 0) {
            return;
        }
        write(() -> out.writeShort(-1));
        var connection = DataSourceUtils.getConnection(database);
        var sql = "copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns));
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql, new java.io.ByteArrayInputStream(bytes.toByteArray()), 64 * 1024);
        } catch (SQLException e) {
            throw translated(database, sql, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private BinaryCopy none() {
        return write(() -> out.writeInt(-1));
    }

    private BinaryCopy write(Output output) {
        try {
            output.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
    }

    private static DataAccessException translated(DataSource database, String sql, SQLException e) {
        SQLExceptionTranslator translator = new SQLErrorCodeSQLExceptionTranslator(database);
        var translated = translator.translate("copy", sql, e);
        return translated == null ? new org.springframework.jdbc.UncategorizedSQLException("copy", sql, e) : translated;
    }

    private interface Output {
        void run() throws IOException;
    }
}
