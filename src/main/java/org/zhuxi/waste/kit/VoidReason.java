package org.zhuxi.waste.kit;

/** Why a code stands for nobody any more. */
public enum VoidReason {
    LOST,
    DAMAGED,
    MISUSED
}
