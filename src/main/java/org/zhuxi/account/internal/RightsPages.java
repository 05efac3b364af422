package org.zhuxi.account.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.rights.EndpointRight;
import org.zhuxi.platform.rights.PermissionRight;
import org.zhuxi.platform.rights.RightsMatrix;

/** Explains the roles: what each may do, where, and which page or endpoint asks for it. */
@Controller
class RightsPages {

    private final RightsMatrix rights;

    RightsPages(RightsMatrix rights) {
        this.rights = rights;
    }

    /** All that is written about rights. */
    record Matrix(List<PermissionRight> permissions, List<EndpointRight> endpoints) {}

    /** @param role only what this role may do; all when it is missing */
    @GetMapping("/work/rights")
    String explain(Actor actor, @RequestParam(required = false) @Nullable Role role, Model model) {
        actor.account();
        model.addAttribute("role", role);
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .filter(one -> rights.permissions().stream()
                                .anyMatch(right -> right.roles().contains(one)))
                        .toList());
        model.addAttribute(
                "permissions",
                rights.permissions().stream()
                        .filter(right -> role == null || right.roles().contains(role))
                        .toList());
        model.addAttribute("endpoints", rights.endpoints());
        return "account/rights";
    }

    @GetMapping("/api/v1/rights")
    @ResponseBody
    Matrix matrix() {
        return new Matrix(rights.permissions(), rights.endpoints());
    }
}
