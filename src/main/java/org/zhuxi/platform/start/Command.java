package org.zhuxi.platform.start;

import java.io.PrintStream;
import org.springframework.boot.ApplicationArguments;

/**
 * A command of {@code ./zhuxi} that needs the whole program. The one that {@code --zhuxi.command=NAME} names runs once the
 * program is ready, and ends it.
 */
public interface Command {

    /** What {@code --zhuxi.command} calls it. */
    String name();

    /**
     * Does its work.
     *
     * @return the exit code: 0 when all is well, 2 when what was asked for is refused
     * @throws Exception what nobody foresaw; it ends the program, too
     */
    int run(ApplicationArguments arguments, PrintStream out, PrintStream err) throws Exception;
}
