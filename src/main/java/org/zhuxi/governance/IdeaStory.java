package org.zhuxi.governance;

import java.util.List;

/** All that is known of an idea. */
public record IdeaStory(Idea idea, List<IdeaStep> steps, List<Remark> remarks, List<Meeting> meetings) {}
