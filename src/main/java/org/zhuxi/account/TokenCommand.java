package org.zhuxi.account;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.start.Command;
import org.zhuxi.platform.web.Messages;

/**
 * Makes an API token from the command line and prints its secret, then ends the program with 0, or 2 when it was refused.
 * Started by {@code --zhuxi.command=token} with {@code --user=NAME} and, if wanted, {@code --scopes=a,b}
 * (everything the account's roles allow), {@code --label=TEXT} (command line) and {@code --days=N} (365).
 */
@Component
public class TokenCommand implements Command {

    private static final Actor CONSOLE =
            new Actor(null, "console", Set.of(new Grant(Role.OPERATOR, PlacePath.NATION)), Set.of(), null);

    private final Accounts accounts;
    private final Messages messages;

    TokenCommand(Accounts accounts, Messages messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public int run(ApplicationArguments arguments, PrintStream out, PrintStream err) {
        try {
            var user = option(arguments, "user", "");
            var scopes = scopes(option(arguments, "scopes", ""), user);
            var days = Long.parseLong(option(arguments, "days", "365"));
            out.println(accounts.issueToken(
                    CONSOLE, user, option(arguments, "label", "command line"), scopes, Duration.ofDays(days)));
            return 0;
        } catch (Refused refused) {
            err.println(messages.explain(Locale.getDefault(), refused.problem()));
            return 2;
        } catch (NumberFormatException | ArithmeticException e) {
            err.println("--days=N: 1 … " + Accounts.LONGEST_TOKEN_LIFE.toDays());
            return 2;
        }
    }

    private Set<String> scopes(String typed, String user) {
        return typed.isBlank()
                ? accounts.scopesOf(accounts.actorOf(user))
                : Arrays.stream(typed.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private static String option(ApplicationArguments arguments, String name, String otherwise) {
        List<String> values = arguments.getOptionValues(name);
        return values == null || values.isEmpty() ? otherwise : values.getFirst();
    }
}
