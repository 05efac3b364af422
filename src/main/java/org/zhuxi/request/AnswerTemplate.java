package org.zhuxi.request;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;

/**
 * Words of an answer that is given again and again.
 *
 * @param service the service it is for; empty for all
 */
public record AnswerTemplate(
        CommunityId community, UUID id, String service, String title, String words, Origin origin) {}
