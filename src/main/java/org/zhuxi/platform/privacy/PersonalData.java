package org.zhuxi.platform.privacy;

import java.io.IOException;
import java.util.List;

/**
 * What one module keeps about people. A module that keeps personal data has one such bean; from these the export of one's data
 * and the erasure are built.
 */
public interface PersonalData {

    /** The module's package name; the folder of its part in the archive. */
    String module();

    /** Hands out everything the module keeps about the person, readable by people and by programs. */
    void export(DataSubject subject, PersonalArchive archive) throws IOException;

    /** Removes what names the person. Runs in the one transaction of the whole erasure, the account module last. */
    default void erase(DataSubject subject) {}

    /** Message keys that tell the person, before it is done, what erasing removes here. */
    default List<String> removes() {
        return List.of();
    }

    /** Message keys that tell what stays, without a name, and why. */
    default List<String> keeps() {
        return List.of();
    }
}
