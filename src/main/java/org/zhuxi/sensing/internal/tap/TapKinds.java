package org.zhuxi.sensing.internal.tap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.KindQuantity;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.unit.Units;
import org.zhuxi.sensing.DeviceTemplate;

/** Which kinds of record a device can fill by itself: they need nothing but one amount in a unit of its own. */
@Component
public class TapKinds {

    private final Kinds kinds;
    private final Units units;

    TapKinds(Kinds kinds, Units units) {
        this.kinds = kinds;
        this.units = units;
    }

    /** Kinds for what a device observes, in the order of their files. */
    public List<Kind> of(DeviceTemplate.Quantity observed) {
        return kinds.list().stream()
                .filter(kind -> amount(kind, observed).isPresent() && role(kind).isPresent())
                .toList();
    }

    /** The quantity of a kind that is filled; empty when the kind does not suit. */
    public Optional<KindQuantity> amount(Kind kind, DeviceTemplate.Quantity observed) {
        var required = kind.quantities().stream().filter(KindQuantity::required).toList();
        return required.size() == 1
                        && kind.evidenceRequired().isEmpty()
                        && units.toBase(
                                        observed.least(),
                                        observed.unit(),
                                        required.getFirst().unit())
                                .isPresent()
                ? Optional.of(required.getFirst())
                : Optional.empty();
    }

    /** A role that files the kind and decides on no record, for what a person has decided stands against a device. */
    Optional<Role> role(Kind kind) {
        Set<Role> deciding = ActivityPermissions.VERIFY.roles();
        return kind.filedBy().stream()
                .filter(role -> !deciding.contains(role))
                .sorted()
                .findFirst();
    }
}
