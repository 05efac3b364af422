package org.zhuxi.transparency.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/** Which record a leaf stands for: format (1 byte), community (4) and id (16). */
record BatchEntry(int format, CommunityId community, UUID id) {

    static final int LENGTH = 21;

    static List<BatchEntry> parse(byte[] entries) {
        var bytes = ByteBuffer.wrap(entries);
        var parsed = new ArrayList<BatchEntry>(entries.length / LENGTH);
        while (bytes.hasRemaining()) {
            parsed.add(new BatchEntry(
                    Byte.toUnsignedInt(bytes.get()),
                    new CommunityId(bytes.getInt()),
                    new UUID(bytes.getLong(), bytes.getLong())));
        }
        return parsed;
    }
}
