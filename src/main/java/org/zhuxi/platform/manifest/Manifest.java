package org.zhuxi.platform.manifest;

import java.util.List;
import org.zhuxi.kernel.Permission;

/** What one module offers to the rest; menus, figures and public paths are built from these. One bean per module. */
public interface Manifest {

    /** The module's package name, such as {@code waste}. */
    String module();

    default List<NavigationEntry> navigation() {
        return List.of();
    }

    /** What the module lets people do, and whom. */
    default List<Permission> permissions() {
        return List.of();
    }

    /** Published numbers of this module. */
    default List<FigureSource> figures() {
        return List.of();
    }

    /** Paths of pages and of data that a visitor may open without signing in, as patterns such as {@code /figures/**}. */
    default List<String> publicPaths() {
        return List.of();
    }

    /** Those of them where a code stands for the right to look, as patterns such as {@code /q}: trying codes is limited there. */
    default List<String> guessablePaths() {
        return List.of();
    }

    /** What on its residents' pages somebody else may do in their names. */
    default List<Entrusted> entrusted() {
        return List.of();
    }

    /**
     * Paths that take a form without a form token: the secret in the form is all the right that is needed and other programs than a
     * browser send it, or it only opens a page, which should leave no cookie behind.
     */
    default List<String> tokenlessForms() {
        return List.of();
    }

    /**
     * Paths for programs, as patterns such as {@code /sta/**}: a bearer token says who asks, a browser's session says nothing there,
     * and the facade decides what a visitor may.
     */
    default List<String> tokenOnlyPaths() {
        return List.of();
    }
}
