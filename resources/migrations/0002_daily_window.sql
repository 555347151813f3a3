-- What the daily window keeps: people, labels, snooze, credentials' life, the profile's own state.

-- A saved number; several people may share one, and one person may have several.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,                         -- without case and accents, for searching
  created_ms INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL
);
CREATE INDEX contact_name ON contact(name COLLATE NOCASE, id);
CREATE TABLE contact_address (
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  peer TEXT NOT NULL,                           -- canonical address
  PRIMARY KEY (contact_id, peer)
) WITHOUT ROWID;
CREATE INDEX contact_address_peer ON contact_address(peer);

CREATE TABLE label (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  colour INTEGER NOT NULL DEFAULT 0             -- index into the theme's label colours
);
CREATE TABLE conversation_label (
  label_id INTEGER NOT NULL REFERENCES label(id) ON DELETE CASCADE,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  PRIMARY KEY (label_id, conversation_id)
) WITHOUT ROWID;
CREATE INDEX conversation_label_of ON conversation_label(conversation_id);

ALTER TABLE conversation ADD COLUMN snoozed_ms INTEGER NOT NULL DEFAULT 0;   -- hidden until then
ALTER TABLE conversation ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;      -- they wrote last, nobody answered
ALTER TABLE conversation ADD COLUMN handled_id INTEGER NOT NULL DEFAULT 0;   -- newest message when a person said it is done
ALTER TABLE conversation ADD COLUMN returned_ms INTEGER NOT NULL DEFAULT 0;  -- when its last snooze ended by itself
ALTER TABLE conversation ADD COLUMN removed_to INTEGER NOT NULL DEFAULT 0;   -- messages up to this one go for good
ALTER TABLE conversation ADD COLUMN removed_ms INTEGER NOT NULL DEFAULT 0;   -- not before this time
ALTER TABLE conversation ADD COLUMN removed_there INTEGER NOT NULL DEFAULT 0; -- at the provider, too
UPDATE conversation SET waiting = 1 WHERE preview_direction = 1 AND last_message_id <> 0;
CREATE INDEX conversation_snoozed ON conversation(snoozed_ms) WHERE snoozed_ms > 0;
CREATE INDEX conversation_waiting ON conversation(sort_ms DESC, id DESC) WHERE waiting > 0;
CREATE INDEX conversation_removed ON conversation(removed_ms) WHERE removed_to > 0;
-- Messages that a person deleted at the provider, too: asked for once nobody can undo it any more.
CREATE TABLE provider_removal (
  account_id INTEGER NOT NULL REFERENCES account(id),
  provider_id TEXT NOT NULL,
  due_ms INTEGER NOT NULL,
  PRIMARY KEY (account_id, provider_id)
) WITHOUT ROWID;
CREATE INDEX provider_removal_due ON provider_removal(due_ms);

-- The life of every secret; never its value.
CREATE TABLE credential (
  account_id INTEGER NOT NULL REFERENCES account(id),
  name TEXT NOT NULL,                           -- token, webhook-key
  label TEXT NOT NULL DEFAULT '',
  created_ms INTEGER NOT NULL,                  -- when this value came here
  proved_ms INTEGER NOT NULL DEFAULT 0,         -- the last time the service took it
  used_ms INTEGER NOT NULL DEFAULT 0,
  rotate_days INTEGER NOT NULL DEFAULT 90,      -- 0 = never asked for
  PRIMARY KEY (account_id, name)
) WITHOUT ROWID;
INSERT INTO credential (account_id, name, created_ms)
  SELECT id, 'token', created_ms FROM account WHERE removed_ms = 0 AND practice = 0;
CREATE TABLE credential_log (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id),
  name TEXT NOT NULL,
  action TEXT NOT NULL,                         -- added, copied, proved, replaced, refused, removed
  at_ms INTEGER NOT NULL
);

ALTER TABLE account ADD COLUMN retention_days INTEGER NOT NULL DEFAULT 0;    -- 0 = kept for ever
ALTER TABLE account ADD COLUMN colour INTEGER NOT NULL DEFAULT -1;           -- index into the theme's label colours; -1 = by its place
ALTER TABLE account ADD COLUMN secret_name TEXT NOT NULL DEFAULT '';         -- what its secrets are kept under; '' = its name

-- What the profile knows of itself: where it lives, its last check and backup.
CREATE TABLE profile_fact (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- Counted, and the next one found, without a look at the rows, of which there may be hundreds of
-- thousands. Those whose time passed while nobody was here wait for a person and stand apart.
DROP INDEX message_queued;
CREATE INDEX message_queued ON message(account_id, (reason = 'overdue'), due_ms, id, state) WHERE state = 2;

-- Where signs that are no letters stand, emoji and punctuation, which the search index does not know:
-- in which stretches of time (message id >> 43, some two hours) each occurs. The row (0, 1) says
-- that every message was looked at.
CREATE TABLE message_symbol (
  symbol INTEGER NOT NULL,                      -- a Unicode code point, or two of ASCII together
  stretch INTEGER NOT NULL,
  PRIMARY KEY (symbol, stretch)
) WITHOUT ROWID;
INSERT INTO message_symbol(symbol, stretch) SELECT 0, 1 WHERE NOT EXISTS (SELECT 1 FROM message);
