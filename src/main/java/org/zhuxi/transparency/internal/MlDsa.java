package org.zhuxi.transparency.internal;

import java.util.HexFormat;

/** How an ML-DSA-44 public key begins in X.509: algorithm 2.16.840.1.101.3.4.3.17, then 1,312 raw bytes. */
final class MlDsa {

    static final byte[] PREFIX = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private MlDsa() {}
}
