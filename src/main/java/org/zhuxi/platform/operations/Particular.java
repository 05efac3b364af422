package org.zhuxi.platform.operations;

import java.util.Optional;

/** Something of a module that operators should see, such as the key it signs with. A module declares one as a bean. */
public interface Particular {

    /** Key of the message that names it. */
    String message();

    /** What there is to see; nothing secret. Empty while there is none. */
    Optional<String> value();
}
