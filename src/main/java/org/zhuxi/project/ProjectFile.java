package org.zhuxi.project;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/** A document of a project that everybody may open. @param bytes its length */
public record ProjectFile(UUID id, CommunityId community, String title, String sha256, String mime, long bytes) {}
