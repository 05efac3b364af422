package org.zhuxi.waste.internal.appointment;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.waste.appointment.AppointmentPermissions;
import org.zhuxi.waste.appointment.Appointments;

/** Pick-ups that were asked for and are not yet confirmed. */
@Component
class PickupsToConfirm implements WaitingList {

    private final Appointments appointments;

    PickupsToConfirm(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public String label() {
        return "waste.appointment.waiting-list";
    }

    @Override
    public String icon() {
        return "truck";
    }

    @Override
    public String path() {
        return "/work/appointments";
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(AppointmentPermissions.SERVE);
    }

    @Override
    public long count(Actor actor) {
        return appointments.countUnconfirmed(actor);
    }
}
