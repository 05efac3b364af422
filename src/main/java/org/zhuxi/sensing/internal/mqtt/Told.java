package org.zhuxi.sensing.internal.mqtt;

/** Entities to be told to a subscriber. @param first of their ids @param last of their ids, included */
record Told(Subscription to, long first, long last) {}
