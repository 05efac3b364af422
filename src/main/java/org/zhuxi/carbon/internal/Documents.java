package org.zhuxi.carbon.internal;

import org.zhuxi.carbon.StatementDocument;
import org.zhuxi.carbon.StatementSum;
import org.zhuxi.kernel.Sha256;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A document as text that is the same whenever it is written, and its hash. */
public final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Documents() {}

    public static String write(StatementDocument document) {
        return JSON.writeValueAsString(document);
    }

    public static String write(StatementSum sum) {
        return JSON.writeValueAsString(sum);
    }

    public static StatementDocument read(String json) {
        return JSON.readValue(json, StatementDocument.class);
    }

    /** SHA-256 over the text in UTF-8, in hex, as {@code sha256sum} prints it. */
    public static String hash(String json) {
        return Sha256.hex(json);
    }
}
