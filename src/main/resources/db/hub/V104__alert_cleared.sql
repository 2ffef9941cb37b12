-- Who says that an alert is dealt with; empty where what raised it was over by itself.
alter table hub.alert add column cleared_by text;

grant update (cleared_at, cleared_by) on hub.alert to hub_staff;
create policy alert_staff_clears on hub.alert for update to hub_staff
    using (programs is null or programs && hub.my_programs())
    with check (programs is null or programs && hub.my_programs());
