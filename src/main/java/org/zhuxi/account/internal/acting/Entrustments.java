package org.zhuxi.account.internal.acting;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;
import org.zhuxi.account.ActingConsent;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.Entrusted;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** What the modules entrust, and what of it a request asks for. */
@Component
public class Entrustments {

    private final ObjectProvider<Manifests> manifests;

    Entrustments(ObjectProvider<Manifests> manifests) {
        this.manifests = manifests;
    }

    /** What can be agreed to besides looking, in the order of the modules. */
    public List<String> scopes() {
        return manifests.getObject().entrusted().stream()
                .map(Entrusted::scope)
                .filter(scope -> !scope.equals(Entrusted.LOOK))
                .distinct()
                .toList();
    }

    /**
     * What a request under a consent is, for the audit: a scope and an action, or {@code look} and a page of the resident's menu;
     * empty when it is not entrusted.
     */
    Optional<String> find(ActingConsent consent, String method, String path) {
        if (method.equals("GET") && menu(path).isPresent()) {
            return Optional.of(Entrusted.LOOK + " " + path);
        }
        var asked = PathContainer.parsePath(path);
        return manifests.getObject().entrusted().stream()
                .filter(one -> one.method().equals(method))
                .filter(one ->
                        one.scope().equals(Entrusted.LOOK) || consent.scopes().contains(one.scope()))
                .filter(one ->
                        PathPatternParser.defaultInstance.parse(one.path()).matches(asked))
                .findFirst()
                .map(one -> one.scope() + " " + one.action());
    }

    /** The message key of what {@link #find} answered. */
    String label(String detail) {
        var words = detail.split(" ", 2);
        var rest = words.length > 1 ? words[1] : "";
        return menu(rest).map(NavigationEntry::label).orElseGet(() -> Entrusted.label(words[0]) + "." + rest);
    }

    private Optional<NavigationEntry> menu(String path) {
        return manifests.getObject().navigation(Shell.RESIDENT, Actor.VISITOR).stream()
                .filter(entry -> entry.path().equals(path) && !path.equals(ActingPages.PAGE))
                .findFirst();
    }
}
