package org.zhuxi.activity;

import java.util.Collection;
import java.util.Set;

/**
 * Says which evidence files a module above shows without a record behind them; one bean a module. They stay when the account that
 * uploaded them is erased.
 */
public interface EvidenceUse {

    /** Those of these files (SHA-256, hex) that the module still needs. */
    Set<String> needed(Collection<String> sha256);
}
