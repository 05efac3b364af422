package org.zhuxi.transparency;

import java.io.PrintStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.zhuxi.transparency.internal.Auditor;

/**
 * Walks through the whole log from the command line, beside a running program or without it, and ends with 0 when every row
 * is what was logged and 1 when one is not. Started by {@code --zhuxi.command=audit-log}.
 */
@Component
@ConditionalOnProperty(name = "zhuxi.command", havingValue = "audit-log")
public class AuditLogCommand implements ApplicationRunner {

    private final Auditor auditor;
    private final ApplicationContext program;

    AuditLogCommand(Auditor auditor, ApplicationContext program) {
        this.auditor = auditor;
        this.program = program;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var code = tell(auditor.audit(), System.out);
        System.exit(SpringApplication.exit(program, () -> code));
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
