package org.zhuxi.account.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.HelpedPerson;
import org.zhuxi.account.Person;
import org.zhuxi.account.SignInHelp;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;

/** Opening accounts and helping people to sign in, for programs. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsApi {

    private static final int MOST = 500;

    private final Accounts accounts;
    private final SignInHelp help;
    private final Opening opening;
    private final OwnPlaces places;

    AccountsApi(Accounts accounts, SignInHelp help, Opening opening, OwnPlaces places) {
        this.accounts = accounts;
        this.help = help;
        this.opening = opening;
        this.places = places;
    }

    record OpeningsJson(@Nullable List<PersonForm> accounts) {}

    record OpenedJson(UUID id, String username) {}

    /** @param at path of a place; the caller's first own when it is missing */
    @GetMapping
    Slice<Person> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return help.list(
                actor, places.choose(actor, AccountPermissions.HELP, at), q, Math.clamp(limit, 1, MOST), after);
    }

    /** Opens all or none; each owner chooses a password with a code of its own. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<OpenedJson> open(Actor actor, @RequestBody OpeningsJson body) {
        var forms = body.accounts() == null ? List.<PersonForm>of() : body.accounts();
        if (forms.isEmpty() || forms.size() > MOST || forms.stream().anyMatch(Objects::isNull)) {
            throw new Refused.Invalid(Problem.ofField("accounts", "account-openings", MOST));
        }
        var ids = accounts.open(actor, forms.stream().map(opening::of).toList());
        var opened = new ArrayList<OpenedJson>();
        for (var i = 0; i < ids.size(); i++) {
            opened.add(new OpenedJson(ids.get(i), forms.get(i).username().strip()));
        }
        return opened;
    }

    @GetMapping("/{id}/sign-in")
    HelpedPerson get(Actor actor, @PathVariable UUID id) {
        return help.get(actor, id);
    }

    @PostMapping("/{id}/reset-code")
    @ResponseStatus(HttpStatus.CREATED)
    SignInHelp.GivenCode giveCode(Actor actor, @PathVariable UUID id) {
        return help.giveResetCode(actor, id);
    }

    @PostMapping("/{id}/unlocking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(Actor actor, @PathVariable UUID id) {
        help.unlock(actor, id);
    }
}
