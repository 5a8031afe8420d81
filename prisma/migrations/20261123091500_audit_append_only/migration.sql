-- The audit trail is append only (domain-rules §4.3): not even a mistaken statement of our own may alter it.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: the audit trail is append only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'BB002';
END
$$;

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE TRIGGER audit_anchor_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_anchor"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- A head moves with every event, but never goes away.
CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON "audit_head"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
