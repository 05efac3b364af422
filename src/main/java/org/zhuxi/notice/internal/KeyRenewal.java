package org.zhuxi.notice.internal;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.job.JobOutcome;

/** Lets the keys that seal follow one another: a new one is made, secrets are sealed again, the old one goes when nothing needs it. */
@Component
class KeyRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewal.class);

    private final KeyRing ring;
    private final Resealing resealing;

    KeyRenewal(KeyRing ring, Resealing resealing) {
        this.ring = ring;
        this.resealing = resealing;
    }

    /** Does what is due; where somebody else keeps the folder of keys, nothing but sealing again with the newest that is there. */
    JobOutcome renewDue() {
        var renewed = ring.isOwned() && ring.renewIfDue();
        var done = resealing.run();
        var destroyed = ring.isOwned() && done.left() == 0 ? destroy(ring.outlived()) : 0;
        return JobOutcome.of("keys-renewed", renewed ? 1 : 0)
                .and("secrets-resealed", done.resealed())
                .and("keys-destroyed", destroyed);
    }

    /**
     * Takes every key there is out of use at once, as when one has leaked; links in letters sent before open no more.
     *
     * @param settling how long other instances may still be writing what they sealed with an older key
     * @return what was sealed again; when something is left, the old keys are there still and this is to be called again
     * @throws IllegalStateException when somebody else keeps the folder of keys
     */
    Resealing.Done replaceLeaked(Duration settling) throws InterruptedException {
        if (!ring.isOwned()) {
            throw new IllegalStateException("The keys are kept by somebody else");
        }
        var leaked = ring.list();
        ring.renew();
        var first = resealing.run();
        Thread.sleep(settling);
        var second = resealing.run();
        if (second.left() == 0) {
            destroy(leaked);
        }
        return new Resealing.Done(first.resealed() + second.resealed(), second.left());
    }

    private int destroy(List<SealingKey> keys) {
        keys.forEach(ring::destroy);
        keys.forEach(key -> LOG.info("{} was destroyed", key.file().getFileName()));
        return keys.size();
    }
}
