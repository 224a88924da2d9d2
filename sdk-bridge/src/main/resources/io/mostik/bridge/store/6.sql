create index if not exists mb_decision_about on mb_decision (about);
