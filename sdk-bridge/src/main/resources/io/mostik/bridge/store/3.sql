create unique index if not exists mb_intent_document on mb_intent (document, base, action, line);

alter table mb_intent drop constraint if exists mb_intent_base_document_action_line_key;
