package org.zhuxi.notice.internal;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.key.KeyLife;
import org.zhuxi.platform.key.Keyholder;
import org.zhuxi.platform.start.Command;

/**
 * Lists the keys of all modules, or replaces those that seal because one has leaked, beside a running program or without it. Started
 * by {@code --zhuxi.command=keys}, with {@code --renew=notice} for the second. Ends with 0, or 2 when it is refused or to be called again.
 */
@Component
class KeysCommand implements Command {

    /** Longer than a request lasts, and than folders shared over a network take to show a new file. */
    private static final Duration SETTLING = Duration.ofSeconds(90);

    private static final Actor CONSOLE =
            new Actor(null, "console", Set.of(new Grant(Role.OPERATOR, PlacePath.NATION)), Set.of(), null);

    private final ObjectProvider<Keyholder> keyholders;
    private final KeyRing ring;
    private final KeyRenewal renewal;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    KeysCommand(
            ObjectProvider<Keyholder> keyholders,
            KeyRing ring,
            KeyRenewal renewal,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.keyholders = keyholders;
        this.ring = ring;
        this.renewal = renewal;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public int run(ApplicationArguments arguments, PrintStream out, PrintStream err) throws InterruptedException {
        var wanted = arguments.getOptionValues("renew");
        if (wanted == null) {
            list(out);
            return 0;
        }
        if (!wanted.equals(List.of("notice"))) {
            err.println("Only notice can be renewed; docs/security.md says what to do about the others");
            return 2;
        }
        if (!ring.isOwned()) {
            err.println(
                    "Whoever keeps the folder of keys (ZHUXI_KEYS) lays a new one there; docs/operations.md says how");
            return 2;
        }
        return renew(SETTLING, out, err);
    }

    private void list(PrintStream out) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        keyholders.stream()
                .flatMap(holder -> holder.keys(today).stream())
                .sorted(Comparator.comparing(KeyLife::file))
                .forEach(key -> out.printf(
                        "%-22s in use since %s   %s %s%s%n",
                        key.file(), key.since(), what(key.next()), key.on(), key.isDue(today) ? "   DUE" : ""));
    }

    private static String what(KeyLife.Next next) {
        return switch (next) {
            case RENEWAL -> "renewal";
            case REVIEW -> "review";
            case DESTRUCTION -> "only reads, destruction";
        };
    }

    int renew(Duration settling, PrintStream out, PrintStream err) throws InterruptedException {
        out.printf("A new key seals from now on; the old ones are destroyed in %d seconds%n", settling.toSeconds());
        var done = renewal.replaceLeaked(settling);
        transactions.executeWithoutResult(
                status -> events.publishEvent(new Audited(CONSOLE, "key.replaced", "notice", PlacePath.NATION, "")));
        out.printf("%,d secrets were sealed again%n", done.resealed());
        if (done.left() > 0) {
            err.printf(
                    "%,d were changed at this moment, and the old keys are still there: call this again%n",
                    done.left());
            return 2;
        }
        out.println(
                "The old keys are destroyed here; back-ups made until now still hold them. What they sealed is to be taken as");
        out.println("known: renew the addresses and secrets of group chats, and make a new back-up.");
        return 0;
    }
}
