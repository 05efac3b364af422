package org.zhuxi.request.internal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Act;
import org.zhuxi.activity.ActBook;
import org.zhuxi.activity.ActBooks;
import org.zhuxi.kernel.CommunityId;

/** Acts of this module that count: a request solved, a call answered, a patrol, an agreement. */
@Component
public class Acts {

    private final ActBook book;

    Acts(ActBooks books) {
        book = books.in("request.act");
    }

    /** Keeps it in the transaction of its cause; once for each subject. */
    public void keep(Act act) {
        book.keep(act);
    }

    /** A request that is opened again was not solved. */
    void reopened(CommunityId community, UUID request, UUID by) {
        book.withdraw(community, request, "request.solved", by, "重新办理");
    }

    /** Records what waits; not inside a transaction. @return how many were recorded */
    public int file() {
        return book.file();
    }
}
