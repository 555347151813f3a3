-- The first schema. Times are milliseconds since 1970 UTC; 0 means "none".

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE,
  provider TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '{}',          -- JSON object of strings; never a secret
  webhook_key TEXT NOT NULL UNIQUE,             -- the unguessable part of its webhook addresses
  practice INTEGER NOT NULL DEFAULT 0,
  paused TEXT NOT NULL DEFAULT '',              -- why sending is paused; '' = it is not
  webhook_verified_ms INTEGER NOT NULL DEFAULT 0,
  created_ms INTEGER NOT NULL,
  removed_ms INTEGER NOT NULL DEFAULT 0         -- a removed account's conversations stay readable
);
CREATE UNIQUE INDEX account_name ON account(name) WHERE removed_ms = 0;

CREATE TABLE line (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id),
  address TEXT NOT NULL DEFAULT '',             -- '' = the account's only or default line
  UNIQUE (account_id, address)
);

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES line(id),
  account_id INTEGER NOT NULL REFERENCES account(id),
  peer TEXT NOT NULL,                           -- canonical address
  sort_ms INTEGER NOT NULL DEFAULT 0,           -- newest message or draft
  last_message_id INTEGER NOT NULL DEFAULT 0,
  preview TEXT NOT NULL DEFAULT '',
  preview_direction INTEGER NOT NULL DEFAULT 0,
  preview_state INTEGER NOT NULL DEFAULT 0,
  preview_reason TEXT NOT NULL DEFAULT '',
  unread INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,            -- outgoing messages that failed or are unknown
  draft TEXT NOT NULL DEFAULT '',
  draft_ms INTEGER NOT NULL DEFAULT 0,
  UNIQUE (line_id, peer)
);
CREATE INDEX conversation_recent ON conversation(sort_ms DESC, id DESC);
CREATE INDEX conversation_unread ON conversation(sort_ms DESC, id DESC) WHERE unread > 0;
CREATE INDEX conversation_failed ON conversation(sort_ms DESC, id DESC) WHERE failed > 0;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,                       -- time-ordered: milliseconds << 20 | counter
  account_id INTEGER NOT NULL REFERENCES account(id),
  conversation_id INTEGER NOT NULL REFERENCES conversation(id),
  direction INTEGER NOT NULL,                   -- 0 out, 1 in
  state INTEGER NOT NULL,                       -- DeliveryState
  text TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  reason_text TEXT NOT NULL DEFAULT '',
  provider_id TEXT,
  reference TEXT,                               -- our client reference, 13 characters
  data_field TEXT NOT NULL DEFAULT '',
  campaign TEXT NOT NULL DEFAULT '',
  at_ms INTEGER NOT NULL,
  due_ms INTEGER NOT NULL DEFAULT 0,
  scheduled_ms INTEGER NOT NULL DEFAULT 0,      -- the time a person chose; due_ms moves with retries
  state_ms INTEGER NOT NULL DEFAULT 0,
  parts INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  read INTEGER NOT NULL DEFAULT 1,
  hand_over INTEGER NOT NULL DEFAULT 0          -- let the provider hold it until scheduled_ms
);
CREATE INDEX message_thread ON message(conversation_id, id);
CREATE UNIQUE INDEX message_provider ON message(account_id, provider_id) WHERE provider_id IS NOT NULL;
CREATE UNIQUE INDEX message_reference ON message(reference) WHERE reference IS NOT NULL;
CREATE INDEX message_queued ON message(account_id, due_ms, id) WHERE state = 2;
CREATE INDEX message_handed_over ON message(account_id, scheduled_ms) WHERE state = 1;
CREATE INDEX message_doubtful ON message(account_id, state) WHERE state IN (3, 8);

CREATE VIRTUAL TABLE message_index USING fts5(text, content='message', content_rowid='id', tokenize='unicode61 remove_diacritics 2', columnsize=0);
-- Merged less often than usual: filling it costs a quarter less, and a search asks a few more segments.
INSERT INTO message_index(message_index, rank) VALUES('automerge', 16);
INSERT INTO message_index(message_index, rank) VALUES('crisismerge', 64);
-- Rows that the index has not seen yet; drained in slices when the writer is idle.
CREATE TABLE message_unindexed (id INTEGER PRIMARY KEY);

-- What a person deleted, so that sync and late news do not bring it back. Never its words.
CREATE TABLE deleted_message (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id),
  provider_id TEXT,
  reference TEXT
);
CREATE UNIQUE INDEX deleted_message_provider ON deleted_message(account_id, provider_id)
  WHERE provider_id IS NOT NULL;
CREATE UNIQUE INDEX deleted_message_reference ON deleted_message(reference) WHERE reference IS NOT NULL;
-- One row while words deleted since are still to be scrubbed from the index and the WAL.
CREATE TABLE scrub (id INTEGER PRIMARY KEY CHECK (id = 1), stage INTEGER NOT NULL);

CREATE TABLE inbound_event (
  id INTEGER PRIMARY KEY,
  account_id INTEGER REFERENCES account(id),    -- NULL: no such address
  received_ms INTEGER NOT NULL,
  source TEXT NOT NULL,                         -- webhook
  purpose TEXT NOT NULL DEFAULT '',             -- replies, reports
  verdict TEXT NOT NULL,                        -- applied, replayed, refused
  reason TEXT NOT NULL DEFAULT '',
  query BLOB NOT NULL DEFAULT x'',
  body BLOB NOT NULL DEFAULT x'',
  message_id INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX inbound_event_verdict ON inbound_event(verdict, id);
CREATE INDEX inbound_event_message ON inbound_event(message_id) WHERE message_id <> 0;

CREATE TABLE nonce (
  account_id INTEGER NOT NULL REFERENCES account(id),
  nonce TEXT NOT NULL,
  expires_ms INTEGER NOT NULL,
  PRIMARY KEY (account_id, nonce)
) WITHOUT ROWID;
CREATE INDEX nonce_expiry ON nonce(expires_ms);

-- Reports that came before the answer that named their message.
CREATE TABLE early_report (
  account_id INTEGER NOT NULL REFERENCES account(id),
  provider_id TEXT NOT NULL,
  state INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  received_ms INTEGER NOT NULL,
  PRIMARY KEY (account_id, provider_id)
) WITHOUT ROWID;

CREATE TABLE opt_out (
  peer TEXT PRIMARY KEY,                        -- a person, on every line
  since_ms INTEGER NOT NULL,
  source TEXT NOT NULL,                         -- stop-word, person, provider
  account_id INTEGER,
  message_id INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE opt_out_log (
  id INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  action TEXT NOT NULL,                         -- closed, opened
  at_ms INTEGER NOT NULL,
  source TEXT NOT NULL,
  account_id INTEGER,
  message_id INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE sync_mark (
  account_id INTEGER NOT NULL REFERENCES account(id),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (account_id, kind)
) WITHOUT ROWID;
