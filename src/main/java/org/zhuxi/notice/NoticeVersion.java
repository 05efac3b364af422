package org.zhuxi.notice;

import java.time.Instant;
import java.util.UUID;
import org.zhuxi.kernel.Names;

/** How a notice stood before it was changed. @param savedBy account */
public record NoticeVersion(int version, Names title, Names body, UUID savedBy, Instant savedAt) {}
