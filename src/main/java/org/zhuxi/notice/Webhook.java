package org.zhuxi.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;

/**
 * Where a group chat takes the notices of a community (群机器人).
 *
 * @param host of its address; the rest is never shown again
 * @param signed whether it has a secret
 * @param triedAt when something was sent last, or null
 * @param outcome how that went: {@code ok}, or a stable word such as {@code http-500} or {@code unreachable}; null before
 * @param paused switched off for now; it keeps its address and is sent nothing
 */
public record Webhook(
        CommunityId community,
        UUID id,
        Kind kind,
        String label,
        String host,
        boolean signed,
        Instant madeAt,
        @Nullable Instant triedAt,
        @Nullable String outcome,
        boolean paused) {

    /** What went well. */
    public static final String OK = "ok";

    /** Whose robot it is. */
    public enum Kind {
        /** 企业微信. */
        WECOM,
        /** 钉钉. */
        DINGTALK,
        /** 飞书. */
        FEISHU,
        /** Any program that takes JSON. */
        JSON
    }

    public boolean isWell() {
        return OK.equals(outcome);
    }
}
