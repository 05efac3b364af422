package org.zhuxi.platform.start;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Runs the command the program was started for, if any, and ends the program with its exit code. */
@Component
class Commands implements ApplicationRunner {

    private final String asked;
    private final ObjectProvider<Command> commands;
    private final ApplicationContext program;

    Commands(@Value("${zhuxi.command:}") String asked, ObjectProvider<Command> commands, ApplicationContext program) {
        this.asked = asked;
        this.commands = commands;
        this.program = program;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        if (asked.isEmpty()) {
            return;
        }
        var command = commands.stream()
                .filter(one -> one.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no command " + asked));
        var code = command.run(arguments, System.out, System.err);
        System.exit(SpringApplication.exit(program, () -> code));
    }
}
