package org.zhuxi.transparency;

import java.io.PrintStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.start.Command;
import org.zhuxi.transparency.internal.Auditor;

/**
 * Walks through the whole log from the command line, beside a running program or without it, and ends with 0 when every row
 * is what was logged and 1 when one is not. Started by {@code --zhuxi.command=audit-log}.
 */
@Component
public class AuditLogCommand implements Command {

    private final Auditor auditor;

    AuditLogCommand(Auditor auditor) {
        this.auditor = auditor;
    }

    @Override
    public String name() {
        return "audit-log";
    }

    @Override
    public int run(ApplicationArguments arguments, PrintStream out, PrintStream err) {
        return tell(auditor.audit(), out);
    }

    static int tell(AuditReport report, PrintStream out) {
        out.printf(
                "%,d leaves in the signed tree; %,d made again from their rows, %,d in closed months; %,d on their way%n",
                report.leaves(), report.checked(), report.closed(), report.waiting());
        report.outside()
                .forEach((kind, count) -> out.printf("%,d records of kind %s were never entered%n", count, kind));
        report.findings().forEach(out::println);
        out.println(report.isSound() ? "The log is sound. 账志完好。" : "The log is NOT sound. 账志有问题。");
        return report.isSound() ? 0 : 1;
    }
}
