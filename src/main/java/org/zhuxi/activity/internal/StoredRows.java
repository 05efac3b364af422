package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.ReviewReason;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows of {@code activity.activity} into records and their quantities into JSON and back. */
final class StoredRows implements RowMapper<Stored> {

    static final String COLUMNS = """
            community_id, id, kind, place_path, household_id, site_id, occurred_at, local_date, quantities, grade, note,
            recorded_by, recorded_at, state, supersedes, content_hash, review_reason, verified_by, evidence_count,
            origin""";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, BigDecimal>> QUANTITIES = new TypeReference<>() {};

    @Override
    public Stored mapRow(ResultSet row, int number) throws SQLException {
        var activity = new Activity(
                row.getObject("id", UUID.class),
                new CommunityId(row.getInt("community_id")),
                row.getString("kind"),
                new PlacePath(row.getString("place_path")),
                row.getObject("household_id", UUID.class),
                row.getObject("site_id", UUID.class),
                instant(row, "occurred_at"),
                row.getObject("local_date", LocalDate.class),
                quantities(row.getString("quantities")),
                row.getString("grade"),
                row.getString("note"),
                row.getObject("recorded_by", UUID.class),
                instant(row, "recorded_at"),
                ActivityState.valueOf(row.getString("state")),
                row.getObject("supersedes", UUID.class));
        return new Stored(
                activity,
                ContentHash.from(row.getBytes("content_hash")),
                named(ReviewReason.class, row.getString("review_reason")),
                named(VerifiedBy.class, row.getString("verified_by")),
                row.getInt("evidence_count"),
                Origin.valueOf(row.getString("origin")));
    }

    /** Quantities as JSON; their codes are letters only, so that nothing needs escaping. */
    static String json(Map<String, BigDecimal> quantities) {
        var json = new StringBuilder("{");
        quantities.forEach((code, value) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(code)
                .append("\":")
                .append(value.toPlainString()));
        return json.append('}').toString();
    }

    static Map<String, BigDecimal> quantities(String json) {
        return JSON.readValue(json, QUANTITIES);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
