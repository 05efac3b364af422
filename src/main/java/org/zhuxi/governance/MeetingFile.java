package org.zhuxi.governance;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/**
 * A photo or a paper of a meeting.
 *
 * @param title what it shows
 * @param sha256 of its bytes, in hex
 * @param bytes its length
 * @param isShown whether everybody may open it; otherwise only who may see the desk
 */
public record MeetingFile(
        CommunityId community,
        UUID id,
        UUID meeting,
        String title,
        String sha256,
        String mime,
        long bytes,
        boolean isShown) {}
