-- An alarm is over, too, once its device is out of use.
alter table sensing.alarm_step
    drop constraint alarm_step_step_check,
    add constraint alarm_step_step_check
        check (step in ('RAISED', 'ACKNOWLEDGED', 'ESCALATED', 'OVER', 'RULE_RETIRED', 'DEVICE_RETIRED'));
