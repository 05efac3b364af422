package org.zhuxi.platform.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;

/** All modules' manifests, put together. */
@Component
public class Manifests {

    private final List<Manifest> manifests;

    public Manifests(List<Manifest> manifests) {
        this.manifests = manifests;
    }

    /** The menu of a shell as this actor sees it. */
    public List<NavigationEntry> navigation(Shell shell, Actor actor) {
        return manifests.stream()
                .flatMap(manifest -> manifest.navigation().stream())
                .filter(entry -> entry.shell() == shell)
                .filter(entry -> entry.permission() == null || actor.mayAnywhere(entry.permission()))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    public List<FigureSource> figures() {
        return manifests.stream()
                .flatMap(manifest -> manifest.figures().stream())
                .toList();
    }

    public Optional<FigureSource> findFigure(String code) {
        return figures().stream().filter(figure -> figure.code().equals(code)).findFirst();
    }

    public List<String> publicPaths() {
        return manifests.stream()
                .flatMap(manifest -> manifest.publicPaths().stream())
                .toList();
    }

    public List<String> guessablePaths() {
        return manifests.stream()
                .flatMap(manifest -> manifest.guessablePaths().stream())
                .toList();
    }

    public List<Entrusted> entrusted() {
        return manifests.stream()
                .flatMap(manifest -> manifest.entrusted().stream())
                .toList();
    }

    public List<String> tokenlessForms() {
        return manifests.stream()
                .flatMap(manifest -> manifest.tokenlessForms().stream())
                .toList();
    }

    public List<String> tokenOnlyPaths() {
        return manifests.stream()
                .flatMap(manifest -> manifest.tokenOnlyPaths().stream())
                .toList();
    }

    /** Every permission of the program, for the rights page. */
    public List<org.zhuxi.kernel.Permission> permissions() {
        return manifests.stream()
                .flatMap(manifest -> manifest.permissions().stream())
                .toList();
    }
}
