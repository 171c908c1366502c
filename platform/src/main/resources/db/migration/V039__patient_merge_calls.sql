-- Calls and series written down while two records become one reach the one that stays, as everything else does.
create trigger calls_follow_who_was_merged before insert or update of patient_id on reception.call
  for each row execute function patient.follow_who_was_merged();
create trigger call_backs_follow_who_was_merged before insert or update of patient_id on reception.call_back
  for each row execute function patient.follow_who_was_merged();
create trigger series_follow_who_was_merged before insert or update of patient_id on scheduling.series
  for each row execute function patient.follow_who_was_merged();
