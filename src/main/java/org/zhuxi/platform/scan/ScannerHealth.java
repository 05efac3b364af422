package org.zhuxi.platform.scan;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the scanner for viruses answers; while it does not, documents are refused and all else goes on. */
@Component("fileScannerHealthIndicator")
class ScannerHealth implements HealthIndicator {

    private final FileScanner scanner;

    ScannerHealth(FileScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public Health health() {
        var health = scanner.answers() ? Health.up() : Health.down();
        return health.withDetail("scanner", scanner.isThere() ? "named" : "none")
                .build();
    }
}
