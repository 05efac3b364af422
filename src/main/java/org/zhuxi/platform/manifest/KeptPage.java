package org.zhuxi.platform.manifest;

import java.util.List;

/**
 * A page under {@code /field} that a phone keeps, besides the field app: the same for everybody and without anybody's data, so that
 * it opens without a network. One bean a page.
 */
public interface KeptPage {

    /** Address of the page, such as {@code /field/assessments}. */
    String path();

    /** Its own files under {@code /assets}; those of the field app are kept anyway. */
    List<String> files();
}
