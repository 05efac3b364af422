package org.zhuxi.governance;

import java.util.UUID;

/**
 * Who watches a vote and its count, named in public as what he is there for.
 *
 * @param name a body or a role, such as 业主委员会 or 居民代表
 * @param statement what he says about vote and count; empty until he has said something
 */
public record Observer(UUID id, String name, String statement) {}
