package org.zhuxi.kernel;

/** Where a row comes from, so that nobody takes a demonstration for a fact. */
public enum Origin {
    /** Entered by the people who use the system. */
    RECORDED,
    /** Printed in one of the source documents. */
    SEED,
    /** Published by an authority, such as a statistical code. */
    PUBLIC,
    /** Made up for the demonstration. */
    SYNTHETIC
}
