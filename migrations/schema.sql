-- What the migrations make; a test compares. Written by: npm run schema

create table announcement_due (
  id bigint not null,
  kind text not null,
  subject_id uuid not null,
  noted_at timestamp with time zone not null default clock_timestamp(),
  attempts smallint not null default 0,
  again_at timestamp with time zone,
  failed_at timestamp with time zone,
  constraint announcement_due_pkey PRIMARY KEY (id)
);
CREATE INDEX announcement_due_open ON public.announcement_due USING btree (id) WHERE (failed_at IS NULL);

create table api_key (
  id uuid not null,
  site_id uuid not null,
  name text not null,
  secret_hash bytea not null,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (id),
  constraint api_key_secret_unique UNIQUE (secret_hash),
  constraint api_key_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX api_key_of_site ON public.api_key USING btree (site_id) WHERE (revoked_at IS NULL);

create table appeal (
  statement_id uuid not null,
  statement_made_by uuid not null,
  site_id uuid not null,
  text text not null,
  made_at timestamp(3) with time zone not null default clock_timestamp(),
  decided_at timestamp with time zone,
  decided_by uuid,
  outcome text,
  answer text,
  constraint appeal_by_another CHECK ((decided_by <> statement_made_by)),
  constraint appeal_decided CHECK ((num_nonnulls(decided_at, decided_by, outcome) = ANY (ARRAY[0, 3]))),
  constraint appeal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES reader(id),
  constraint appeal_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'overturned'::text]))),
  constraint appeal_pkey PRIMARY KEY (statement_id),
  constraint appeal_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint appeal_statement_fkey FOREIGN KEY (statement_id, statement_made_by) REFERENCES statement(id, made_by)
);
CREATE INDEX appeal_made ON public.appeal USING btree (site_id, made_at);
CREATE INDEX appeal_open ON public.appeal USING btree (site_id, made_at, statement_id) WHERE (outcome IS NULL);
CREATE INDEX appeal_outcomes ON public.appeal USING btree (site_id, decided_at) INCLUDE (outcome) WHERE (decided_at IS NOT NULL);

create table bulk (
  id uuid not null,
  site_id uuid not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null default clock_timestamp(),
  verdict text not null,
  reason_id uuid,
  message text,
  filter jsonb,
  phase text not null,
  is_paused boolean not null default false,
  trouble text,
  collected_to jsonb,
  is_cut boolean not null default false,
  total integer not null default 0,
  decided integer not null default 0,
  passed_over integer not null default 0,
  undone integer not null default 0,
  undone_by uuid,
  moved_at timestamp with time zone not null default clock_timestamp(),
  sanction_id uuid,
  constraint bulk_collects CHECK (((filter IS NOT NULL) OR (phase <> 'collecting'::text))),
  constraint bulk_made_by_fkey FOREIGN KEY (made_by) REFERENCES reader(id),
  constraint bulk_phase_check CHECK ((phase = ANY (ARRAY['collecting'::text, 'deciding'::text, 'done'::text, 'undoing'::text, 'undone'::text]))),
  constraint bulk_pkey PRIMARY KEY (id),
  constraint bulk_reason CHECK (((verdict = 'publish'::text) = (reason_id IS NULL))),
  constraint bulk_reason_id_fkey FOREIGN KEY (reason_id) REFERENCES reason(id),
  constraint bulk_sanction_id_fkey FOREIGN KEY (sanction_id) REFERENCES sanction(id),
  constraint bulk_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint bulk_undone_by CHECK (((phase = ANY (ARRAY['undoing'::text, 'undone'::text])) = (undone_by IS NOT NULL))),
  constraint bulk_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES reader(id),
  constraint bulk_verdict_check CHECK ((verdict = ANY (ARRAY['publish'::text, 'reject'::text, 'remove'::text])))
);
CREATE INDEX bulk_at_work ON public.bulk USING btree (moved_at) WHERE ((phase = ANY (ARRAY['collecting'::text, 'deciding'::text, 'undoing'::text])) AND (NOT is_paused));
CREATE UNIQUE INDEX bulk_of_sanction ON public.bulk USING btree (sanction_id, verdict) WHERE (sanction_id IS NOT NULL);
CREATE INDEX bulk_on_site ON public.bulk USING btree (site_id, made_at, id);

create table bulk_item (
  bulk_id uuid not null,
  comment_id uuid not null,
  thread_id uuid not null,
  revision integer not null,
  state text not null default 'waiting'::text,
  decision_id uuid,
  constraint bulk_item_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES bulk(id),
  constraint bulk_item_decided CHECK (((state = ANY (ARRAY['waiting'::text, 'passed_over'::text])) = (decision_id IS NULL))),
  constraint bulk_item_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id),
  constraint bulk_item_pkey PRIMARY KEY (bulk_id, comment_id),
  constraint bulk_item_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'decided'::text, 'passed_over'::text, 'undone'::text, 'left'::text])))
);
CREATE INDEX bulk_item_to_do ON public.bulk_item USING btree (bulk_id, state, thread_id, comment_id) WHERE (state = ANY (ARRAY['waiting'::text, 'decided'::text]));

create table comment (
  id uuid not null,
  thread_id uuid not null,
  parent_id uuid,
  root_id uuid not null,
  depth smallint not null,
  author_id uuid not null,
  client_id uuid not null,
  request_digest bytea not null,
  status text not null,
  seq bigint,
  sort_seq bigint,
  revision integer not null default 1,
  text text not null,
  body jsonb not null,
  posted_at timestamp(3) with time zone not null,
  edited_at timestamp with time zone,
  reply_count integer not null default 0,
  likes integer not null default 0,
  dislikes integer not null default 0,
  rank double precision not null generated always as (
CASE
    WHEN (likes = 0) THEN (0)::double precision
    ELSE (((((likes)::double precision + (0.8211872076)::double precision) / ((likes + dislikes))::double precision) - (((1.2815515655446004)::double precision * sqrt(((((likes)::double precision * (dislikes)::double precision) / ((likes + dislikes))::double precision) + (0.4105936038)::double precision))) / ((likes + dislikes))::double precision)) / (((1)::numeric + (1.6423744152 / ((likes + dislikes))::numeric)))::double precision)
END) stored,
  visible boolean not null generated always as (((status = 'published'::text) OR (reply_count > 0))) stored,
  visible_since bigint not null default 0,
  site_id uuid not null,
  picked_at timestamp(3) with time zone,
  constraint comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES reader(id),
  constraint comment_change_unique UNIQUE (thread_id, seq),
  constraint comment_client_unique UNIQUE (author_id, client_id),
  constraint comment_depth_check CHECK ((depth >= 0)),
  constraint comment_dislikes_check CHECK ((dislikes >= 0)),
  constraint comment_explained TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint comment_likes_check CHECK ((likes >= 0)),
  constraint comment_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comment(id),
  constraint comment_pkey PRIMARY KEY (id),
  constraint comment_place CHECK ((((parent_id IS NULL) = (depth = 0)) AND ((parent_id IS NULL) = (root_id = id)))),
  constraint comment_reply_count_check CHECK ((reply_count >= 0)),
  constraint comment_status_check CHECK ((status = ANY (ARRAY['held'::text, 'published'::text, 'rejected'::text, 'removed'::text, 'withdrawn'::text]))),
  constraint comment_thread_of_site FOREIGN KEY (thread_id, site_id) REFERENCES thread(id, site_id)
);
CREATE INDEX comment_by_rank ON public.comment USING btree (thread_id, rank, id) WHERE ((parent_id IS NULL) AND visible);
CREATE INDEX comment_by_replies ON public.comment USING btree (thread_id, reply_count, id) WHERE ((parent_id IS NULL) AND visible);
CREATE INDEX comment_by_time ON public.comment USING btree (thread_id, posted_at, id) WHERE ((parent_id IS NULL) AND visible);
CREATE INDEX comment_not_as_posted ON public.comment USING btree (thread_id, seq) WHERE ((status <> 'published'::text) OR (revision > 1));
CREATE INDEX comment_not_taken ON public.comment USING btree (author_id, posted_at) WHERE (status = ANY (ARRAY['rejected'::text, 'removed'::text]));
CREATE INDEX comment_of_author ON public.comment USING btree (author_id, posted_at, id) INCLUDE (site_id, status);
CREATE INDEX comment_picked ON public.comment USING btree (thread_id, picked_at, id) WHERE ((picked_at IS NOT NULL) AND (status = 'published'::text));
CREATE INDEX comment_posted ON public.comment USING brin (posted_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX comment_replies ON public.comment USING btree (parent_id, posted_at, id);
CREATE INDEX comment_unpublished ON public.comment USING btree (thread_id, author_id) WHERE (status <> 'published'::text);
CREATE INDEX comment_waiting ON public.comment USING btree (site_id, status, posted_at, id) WHERE (status <> 'published'::text);

create table comment_document (
  comment_id uuid not null,
  site_id uuid not null,
  posted_at timestamp(3) with time zone not null,
  folded text not null,
  words tsvector not null,
  constraint comment_document_pkey PRIMARY KEY (comment_id)
);
CREATE INDEX comment_document_of_site ON public.comment_document USING btree (site_id, posted_at, comment_id);
CREATE INDEX comment_document_words ON public.comment_document USING gin (words) WITH (fastupdate=off);

create table comment_document_due (
  comment_id uuid not null,
  noted_at timestamp with time zone not null default now()
);

create table comment_document_renewal (
  site_id uuid not null,
  before_id uuid not null default 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid,
  constraint comment_document_renewal_pkey PRIMARY KEY (site_id),
  constraint comment_document_renewal_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);

create table comment_hour (
  site_id uuid not null,
  hour timestamp with time zone not null,
  comments integer not null,
  held integer not null,
  constraint comment_hour_pkey PRIMARY KEY (site_id, hour),
  constraint comment_hour_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX comment_hour_of_all ON public.comment_hour USING btree (hour);

create table comment_revision (
  comment_id uuid not null,
  revision integer not null,
  text text not null,
  replaced_at timestamp with time zone not null,
  constraint comment_revision_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id),
  constraint comment_revision_pkey PRIMARY KEY (comment_id, revision)
);

create table comment_sort_past (
  thread_id uuid not null,
  to_seq bigint not null,
  from_seq bigint not null,
  comment_id uuid not null,
  rank double precision not null,
  reply_count integer not null,
  kept_at timestamp with time zone not null default now(),
  constraint comment_sort_past_pkey PRIMARY KEY (thread_id, to_seq)
);
CREATE INDEX comment_sort_past_age ON public.comment_sort_past USING btree (kept_at);

create table comment_word (
  word text not null,
  grams text[] not null,
  constraint comment_word_pkey PRIMARY KEY (word)
);
CREATE INDEX comment_word_grams ON public.comment_word USING gin (grams);

create table decision (
  id uuid not null,
  comment_id uuid not null,
  revision integer not null,
  from_status text not null,
  to_status text not null,
  decided_by uuid not null,
  reason text,
  decided_at timestamp with time zone not null default clock_timestamp(),
  verdict text,
  statement_id uuid,
  site_id uuid not null,
  constraint decision_changes CHECK (((from_status <> to_status) OR ((from_status = 'published'::text) AND COALESCE((verdict = ANY (ARRAY['keep'::text, 'reopen'::text])), false)))),
  constraint decision_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id),
  constraint decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES reader(id),
  constraint decision_explained CHECK (((to_status <> ALL (ARRAY['rejected'::text, 'removed'::text])) OR (statement_id IS NOT NULL))),
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint decision_statement_fkey FOREIGN KEY (statement_id) REFERENCES statement(id),
  constraint decision_statement_id_key UNIQUE (statement_id),
  constraint decision_to_status_check CHECK ((to_status = ANY (ARRAY['held'::text, 'published'::text, 'rejected'::text, 'removed'::text]))),
  constraint decision_verdict_check CHECK ((verdict = ANY (ARRAY['publish'::text, 'hold'::text, 'reject'::text, 'remove'::text, 'keep'::text, 'reopen'::text])))
);
CREATE INDEX decision_of_comment ON public.decision USING btree (comment_id, decided_at, id);
CREATE INDEX decision_of_site ON public.decision USING btree (site_id, decided_at, id) INCLUDE (to_status, decided_by);

create table feed_seen (
  reader_id uuid not null,
  site_id uuid not null,
  seen_at timestamp(3) with time zone not null,
  constraint feed_seen_pkey PRIMARY KEY (reader_id, site_id),
  constraint feed_seen_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint feed_seen_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);

create table finding (
  comment_id uuid not null,
  revision integer not null,
  rule text not null,
  policy_version bigint not null,
  outcome text not null,
  evidence jsonb not null,
  found_at timestamp with time zone not null default clock_timestamp(),
  constraint finding_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id),
  constraint finding_outcome_check CHECK ((outcome = ANY (ARRAY['hold'::text, 'refuse'::text]))),
  constraint finding_pkey PRIMARY KEY (comment_id, revision, rule)
);

create table follow (
  reader_id uuid not null,
  site_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  followed_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint follow_kind_check CHECK ((kind = ANY (ARRAY['reader'::text, 'thread'::text, 'conversation'::text, 'section'::text]))),
  constraint follow_others CHECK ((subject_id <> reader_id)),
  constraint follow_pkey PRIMARY KEY (reader_id, site_id, subject_id),
  constraint follow_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint follow_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX follow_of_reader ON public.follow USING btree (reader_id, site_id, kind, followed_at, subject_id);
CREATE INDEX follow_of_subject ON public.follow USING btree (subject_id, site_id, followed_at, reader_id);

create table following_settings (
  site_id uuid not null,
  lists_are_public boolean not null,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid not null,
  constraint following_settings_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES reader(id),
  constraint following_settings_pkey PRIMARY KEY (site_id),
  constraint following_settings_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);

create table held_by_rule (
  site_id uuid not null,
  rule text not null,
  posted_at timestamp(3) with time zone not null,
  comment_id uuid not null,
  constraint held_by_rule_pkey PRIMARY KEY (site_id, rule, posted_at, comment_id)
);

create table inbox_item (
  id uuid not null,
  reader_id uuid not null,
  site_id uuid not null,
  kind text not null,
  about_id uuid not null,
  told_at timestamp(3) with time zone not null,
  read_to timestamp(3) with time zone not null default '-infinity'::timestamp with time zone,
  constraint inbox_item_once UNIQUE (reader_id, site_id, kind, about_id),
  constraint inbox_item_pkey PRIMARY KEY (id),
  constraint inbox_item_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint inbox_item_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX inbox_item_age ON public.inbox_item USING brin (told_at);
CREATE INDEX inbox_item_in_time ON public.inbox_item USING btree (reader_id, site_id, told_at, id);
CREATE INDEX inbox_item_unread ON public.inbox_item USING btree (reader_id, site_id, told_at, id) WHERE (read_to < told_at);

create table invitation (
  id uuid not null,
  site_id uuid not null,
  email text not null,
  role text not null,
  token_hash bytea not null,
  invited_by uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  revoked_at timestamp with time zone,
  constraint invitation_acceptance CHECK (((accepted_at IS NULL) = (accepted_by IS NULL))),
  constraint invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES reader(id),
  constraint invitation_ends_once CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL))),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES reader(id),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['staff'::text, 'moderator'::text, 'editor'::text]))),
  constraint invitation_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint invitation_token_unique UNIQUE (token_hash)
);
CREATE INDEX invitation_open ON public.invitation USING btree (site_id) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));

create table lease (
  comment_id uuid not null,
  moderator_id uuid not null,
  until timestamp with time zone not null,
  constraint lease_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id),
  constraint lease_moderator_id_fkey FOREIGN KEY (moderator_id) REFERENCES reader(id),
  constraint lease_pkey PRIMARY KEY (comment_id)
);

create table macro (
  id uuid not null,
  site_id uuid not null,
  name text not null,
  text text not null,
  constraint macro_name_unique UNIQUE (site_id, name),
  constraint macro_pkey PRIMARY KEY (id),
  constraint macro_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);

create table migrations (
  id integer not null default nextval('migrations_id_seq'::regclass),
  timestamp bigint not null,
  name character varying not null,
  constraint PK_8c82d7f526340ab734260ea46be PRIMARY KEY (id)
);

create table mute (
  reader_id uuid not null,
  muted_id uuid not null,
  is_blocked boolean not null,
  muted_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint mute_muted_id_fkey FOREIGN KEY (muted_id) REFERENCES reader(id),
  constraint mute_others CHECK ((muted_id <> reader_id)),
  constraint mute_pkey PRIMARY KEY (reader_id, muted_id),
  constraint mute_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id)
);
CREATE INDEX mute_of_reader ON public.mute USING btree (reader_id, muted_at, muted_id);

create table mute_words (
  reader_id uuid not null,
  words text[] not null,
  constraint mute_words_pkey PRIMARY KEY (reader_id),
  constraint mute_words_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id)
);

create table note (
  id uuid not null,
  site_id uuid not null,
  reader_id uuid not null,
  text text not null,
  written_by uuid not null,
  written_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint note_pkey PRIMARY KEY (id),
  constraint note_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint note_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint note_written_by_fkey FOREIGN KEY (written_by) REFERENCES reader(id)
);
CREATE INDEX note_on_reader ON public.note USING btree (site_id, reader_id, written_at);

create table notice (
  id uuid not null,
  reference text not null,
  comment_id uuid not null,
  explanation text not null,
  law text,
  name text,
  email text,
  is_about_minors boolean not null,
  revision integer not null,
  received_at timestamp(3) with time zone not null default clock_timestamp(),
  outcome text not null default 'open'::text,
  settled_at timestamp with time zone,
  settled_by uuid,
  constraint notice_by_somebody CHECK ((is_about_minors OR ((name IS NOT NULL) AND (email IS NOT NULL)))),
  constraint notice_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id),
  constraint notice_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'upheld'::text, 'dismissed'::text, 'withdrawn'::text]))),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_reference_unique UNIQUE (reference),
  constraint notice_settled CHECK (((outcome = 'open'::text) = (settled_at IS NULL))),
  constraint notice_settled_by CHECK (((outcome = ANY (ARRAY['upheld'::text, 'dismissed'::text])) = (settled_by IS NOT NULL))),
  constraint notice_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES decision(id)
);
CREATE INDEX notice_of_comment ON public.notice USING btree (comment_id, received_at);

create table notification (
  id uuid not null,
  reader_id uuid not null,
  site_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  about_id uuid not null,
  comment_id uuid,
  made_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint notification_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'mention'::text, 'pick'::text, 'decision'::text, 'sanction'::text, 'appeal'::text, 'report'::text]))),
  constraint notification_once UNIQUE (reader_id, kind, subject_id),
  constraint notification_pkey PRIMARY KEY (id),
  constraint notification_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint notification_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX notification_age ON public.notification USING brin (made_at);
CREATE INDEX notification_of_comment ON public.notification USING btree (comment_id) WHERE (comment_id IS NOT NULL);
CREATE INDEX notification_of_item ON public.notification USING btree (reader_id, site_id, kind, about_id, made_at, id);

create table pick (
  id uuid not null,
  comment_id uuid not null,
  revision integer not null,
  is_picked boolean not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null default clock_timestamp(),
  constraint pick_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES reader(id),
  constraint pick_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id),
  constraint pick_pkey PRIMARY KEY (id)
);
CREATE INDEX pick_of_comment ON public.pick USING btree (comment_id, changed_at, id);

create table reaction (
  comment_id uuid not null,
  reader_id uuid not null,
  thread_id uuid not null,
  kind text not null,
  reacted_at timestamp with time zone not null default now(),
  constraint reaction_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id),
  constraint reaction_kind_check CHECK ((kind = ANY (ARRAY['like'::text, 'dislike'::text]))),
  constraint reaction_pkey PRIMARY KEY (comment_id, reader_id),
  constraint reaction_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id)
);
CREATE INDEX reaction_in_thread ON public.reaction USING btree (thread_id, reader_id);

create table reader (
  id uuid not null,
  name text not null,
  name_skeleton text not null,
  email text not null,
  email_verified_at timestamp with time zone,
  password_hash text not null,
  created_at timestamp with time zone not null default now(),
  constraint reader_name_unique UNIQUE (name_skeleton),
  constraint reader_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX reader_email_unique ON public.reader USING btree (lower(email));

create table reader_on_site (
  site_id uuid not null,
  reader_id uuid not null,
  folded_name text not null,
  grams text[] not null,
  constraint reader_on_site_pkey PRIMARY KEY (site_id, reader_id),
  constraint reader_on_site_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id)
);
CREATE INDEX reader_on_site_grams ON public.reader_on_site USING gin (grams);

create table reason (
  id uuid not null,
  site_id uuid not null,
  key text,
  title text,
  ground text not null,
  rule text,
  position smallint not null,
  is_on boolean not null default true,
  is_for_reports boolean not null default true,
  constraint reason_ground_check CHECK ((ground = ANY (ARRAY['rules'::text, 'law'::text]))),
  constraint reason_key_unique UNIQUE (site_id, key),
  constraint reason_named CHECK (((key IS NULL) <> (title IS NULL))),
  constraint reason_pkey PRIMARY KEY (id),
  constraint reason_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX reason_of_site ON public.reason USING btree (site_id, "position");

create table replay (
  id uuid not null,
  site_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp(3) with time zone not null,
  since timestamp(3) with time zone not null,
  proposal jsonb not null,
  policy_version bigint not null,
  state text not null,
  failure text,
  total integer,
  done integer not null default 0,
  last_id uuid,
  tally jsonb not null,
  moved_at timestamp with time zone not null default now(),
  ended_at timestamp(3) with time zone,
  constraint replay_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES reader(id),
  constraint replay_end_noted CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['queued'::text, 'running'::text])))),
  constraint replay_failure_check CHECK ((failure = ANY (ARRAY['rules_changed'::text, 'internal_error'::text]))),
  constraint replay_failure_explained CHECK (((failure IS NULL) = (state <> 'failed'::text))),
  constraint replay_pkey PRIMARY KEY (id),
  constraint replay_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint replay_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX replay_of_site ON public.replay USING btree (site_id, asked_at);
CREATE UNIQUE INDEX replay_under_way ON public.replay USING btree (site_id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

create table report (
  id uuid not null,
  comment_id uuid not null,
  reporter_id uuid not null,
  thread_id uuid not null,
  reason_id uuid not null,
  text text,
  revision integer not null,
  weight double precision not null,
  reported_at timestamp(3) with time zone not null default clock_timestamp(),
  outcome text not null default 'open'::text,
  settled_at timestamp with time zone,
  settled_by uuid,
  constraint report_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id),
  constraint report_once UNIQUE (comment_id, reporter_id),
  constraint report_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'upheld'::text, 'dismissed'::text, 'withdrawn'::text]))),
  constraint report_pkey PRIMARY KEY (id),
  constraint report_reason_id_fkey FOREIGN KEY (reason_id) REFERENCES reason(id),
  constraint report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES reader(id),
  constraint report_settled CHECK (((outcome = 'open'::text) = (settled_at IS NULL))),
  constraint report_settled_by CHECK (((outcome = ANY (ARRAY['upheld'::text, 'dismissed'::text])) = (settled_by IS NOT NULL))),
  constraint report_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES decision(id),
  constraint report_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread(id),
  constraint report_weight_check CHECK ((weight > (0)::double precision))
);
CREATE INDEX report_in_thread ON public.report USING btree (thread_id, reporter_id, reported_at);
CREATE INDEX report_of_reader ON public.report USING btree (reporter_id, reported_at, id);

create table reported_comment (
  comment_id uuid not null,
  site_id uuid not null,
  priority double precision not null,
  report_count integer not null,
  notice_count integer not null,
  first_at timestamp(3) with time zone not null,
  constraint reported_by_somebody CHECK (((report_count + notice_count) > 0)),
  constraint reported_comment_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id),
  constraint reported_comment_pkey PRIMARY KEY (comment_id),
  constraint reported_comment_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX reported_by_priority ON public.reported_comment USING btree (site_id, priority DESC, comment_id DESC);

create table role_change (
  id uuid not null,
  site_id uuid,
  reader_id uuid not null,
  from_role text,
  to_role text,
  changed_by uuid,
  changed_at timestamp with time zone not null default clock_timestamp(),
  constraint role_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES reader(id),
  constraint role_change_changes CHECK ((from_role IS DISTINCT FROM to_role)),
  constraint role_change_pkey PRIMARY KEY (id),
  constraint role_change_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint role_change_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX role_change_of_site ON public.role_change USING btree (site_id, changed_at, id);

create table sanction (
  id uuid not null,
  reader_id uuid not null,
  site_id uuid,
  kind text not null,
  statement_id uuid not null,
  made_at timestamp(3) with time zone not null default clock_timestamp(),
  ends_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  constraint sanction_acknowledged CHECK (((kind = 'warn'::text) OR (acknowledged_at IS NULL))),
  constraint sanction_end CHECK (
CASE kind
    WHEN 'warn'::text THEN (ends_at IS NULL)
    WHEN 'suspend'::text THEN (ends_at IS NOT NULL)
    ELSE true
END),
  constraint sanction_kind_check CHECK ((kind = ANY (ARRAY['warn'::text, 'hold'::text, 'suspend'::text, 'ban'::text]))),
  constraint sanction_lifted CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  constraint sanction_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES reader(id),
  constraint sanction_pkey PRIMARY KEY (id),
  constraint sanction_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint sanction_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint sanction_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES statement(id),
  constraint sanction_statement_id_key UNIQUE (statement_id)
);
CREATE INDEX sanction_in_force ON public.sanction USING btree (reader_id) WHERE ((lifted_at IS NULL) AND (acknowledged_at IS NULL));
CREATE INDEX sanction_on_site ON public.sanction USING btree (site_id, made_at, id);

create table scorer (
  site_id uuid not null,
  is_on boolean not null,
  url text not null,
  hold_from double precision not null,
  time_limit_milliseconds integer not null,
  when_unreachable text not null,
  secret text,
  constraint scorer_hold_from_check CHECK (((hold_from >= (0)::double precision) AND (hold_from <= (1)::double precision))),
  constraint scorer_pkey PRIMARY KEY (site_id),
  constraint scorer_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint scorer_time_limit_milliseconds_check CHECK (((time_limit_milliseconds >= 100) AND (time_limit_milliseconds <= 5000))),
  constraint scorer_when_unreachable_check CHECK ((when_unreachable = ANY (ARRAY['publish'::text, 'hold'::text])))
);

create table screening_policy (
  site_id uuid not null,
  version bigint not null default 1,
  new_reader_comments smallint not null default 0,
  new_reader_hours smallint not null default 0,
  max_links smallint default 5,
  trusted_domains text[] not null default '{}'::text[],
  blocked_domains text[] not null default '{}'::text[],
  rejections smallint not null default 3,
  rejection_days smallint not null default 7,
  repeats_of_reader smallint not null default 2,
  repeats_of_others smallint not null default 3,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  constraint screening_policy_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES reader(id),
  constraint screening_policy_max_links_check CHECK (((max_links >= 0) AND (max_links <= 100))),
  constraint screening_policy_new_reader_comments_check CHECK (((new_reader_comments >= 0) AND (new_reader_comments <= 100))),
  constraint screening_policy_new_reader_hours_check CHECK (((new_reader_hours >= 0) AND (new_reader_hours <= 720))),
  constraint screening_policy_pkey PRIMARY KEY (site_id),
  constraint screening_policy_rejection_days_check CHECK (((rejection_days >= 1) AND (rejection_days <= 90))),
  constraint screening_policy_rejections_check CHECK (((rejections >= 0) AND (rejections <= 100))),
  constraint screening_policy_repeats_of_others_check CHECK (((repeats_of_others >= 0) AND (repeats_of_others <= 100))),
  constraint screening_policy_repeats_of_reader_check CHECK (((repeats_of_reader >= 0) AND (repeats_of_reader <= 100))),
  constraint screening_policy_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);

create table section (
  id uuid not null,
  site_id uuid not null,
  name text not null,
  constraint section_name_unique UNIQUE (site_id, name),
  constraint section_pkey PRIMARY KEY (id),
  constraint section_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);

create table session (
  id uuid not null,
  token_hash bytea not null,
  reader_id uuid not null,
  audience text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint session_audience_check CHECK ((audience = ANY (ARRAY['embed'::text, 'console'::text]))),
  constraint session_end_explained CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
  constraint session_end_reason_check CHECK ((end_reason = ANY (ARRAY['logout'::text, 'sanction'::text, 'role_changed'::text, 'password_changed'::text]))),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint session_token_unique UNIQUE (token_hash)
);
CREATE INDEX session_ended ON public.session USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);
CREATE INDEX session_reader ON public.session USING btree (reader_id) WHERE (ended_at IS NULL);

create table setup_token (
  only_one boolean not null default true,
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint setup_token_only_one_check CHECK (only_one),
  constraint setup_token_pkey PRIMARY KEY (only_one)
);

create table site (
  id uuid not null,
  key text not null,
  name text not null,
  origins text[] not null,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  search_language text not null default 'simple'::text,
  constraint site_key_unique UNIQUE (key),
  constraint site_pkey PRIMARY KEY (id),
  constraint site_search_language_check CHECK ((search_language = ANY (ARRAY['simple'::text, 'arabic'::text, 'armenian'::text, 'basque'::text, 'catalan'::text, 'danish'::text, 'dutch'::text, 'english'::text, 'finnish'::text, 'french'::text, 'german'::text, 'greek'::text, 'hindi'::text, 'hungarian'::text, 'indonesian'::text, 'irish'::text, 'italian'::text, 'lithuanian'::text, 'nepali'::text, 'norwegian'::text, 'portuguese'::text, 'romanian'::text, 'russian'::text, 'serbian'::text, 'spanish'::text, 'swedish'::text, 'tamil'::text, 'turkish'::text, 'yiddish'::text])))
);

create table site_origin (
  origin text not null,
  site_id uuid not null,
  constraint site_origin_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint site_origin_unique PRIMARY KEY (origin)
);
CREATE INDEX site_origin_of_site ON public.site_origin USING btree (site_id);

create table slow_post (
  thread_id uuid not null,
  reader_id uuid not null,
  client_id uuid not null,
  posted_at timestamp with time zone not null,
  constraint slow_post_pkey PRIMARY KEY (thread_id, reader_id)
);

create table staff_role (
  id uuid not null,
  site_id uuid,
  reader_id uuid not null,
  role text not null,
  created_at timestamp with time zone not null default now(),
  constraint staff_role_pkey PRIMARY KEY (id),
  constraint staff_role_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint staff_role_role_check CHECK ((role = ANY (ARRAY['staff'::text, 'moderator'::text, 'editor'::text, 'administrator'::text]))),
  constraint staff_role_scope CHECK (((role = 'administrator'::text) = (site_id IS NULL))),
  constraint staff_role_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint staff_role_unique UNIQUE NULLS NOT DISTINCT (reader_id, site_id)
);

create table statement (
  id uuid not null,
  site_id uuid not null,
  reader_id uuid not null,
  made_by uuid not null,
  reason_id uuid,
  reason_key text,
  reason_title text,
  ground text not null,
  rule text,
  message text,
  found_by text not null,
  made_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint statement_found_by_check CHECK ((found_by = ANY (ARRAY['screening'::text, 'report'::text, 'notice'::text, 'moderator'::text]))),
  constraint statement_ground_check CHECK ((ground = ANY (ARRAY['rules'::text, 'law'::text]))),
  constraint statement_has_reason CHECK ((num_nonnulls(reason_key, reason_title) = 1)),
  constraint statement_made_by_fkey FOREIGN KEY (made_by) REFERENCES reader(id),
  constraint statement_made_by_unique UNIQUE (id, made_by),
  constraint statement_pkey PRIMARY KEY (id),
  constraint statement_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES reader(id),
  constraint statement_reason_id_fkey FOREIGN KEY (reason_id) REFERENCES reason(id),
  constraint statement_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);
CREATE INDEX statement_of_reader ON public.statement USING btree (reader_id, made_at, id);

create table text_shape (
  site_id uuid not null,
  band bigint not null,
  posted_at timestamp with time zone not null,
  comment_id uuid not null,
  author_id uuid not null
);
CREATE INDEX text_shape_age ON public.text_shape USING brin (posted_at);
CREATE INDEX text_shape_of_site ON public.text_shape USING btree (site_id, band, posted_at);

create table thread (
  id uuid not null,
  site_id uuid not null,
  article_key text not null,
  url text not null,
  title text not null,
  section text,
  published_at timestamp with time zone,
  mode text not null default 'open'::text,
  closes_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  registered_by text not null default 'publisher'::text,
  provisional_at timestamp with time zone,
  closing_noted boolean not null default false,
  slow_seconds integer,
  question text,
  constraint thread_article_unique UNIQUE (site_id, article_key),
  constraint thread_mode_check CHECK ((mode = ANY (ARRAY['open'::text, 'premoderated'::text, 'read_only'::text, 'closed'::text]))),
  constraint thread_of_site_unique UNIQUE (id, site_id),
  constraint thread_pkey PRIMARY KEY (id),
  constraint thread_provisional CHECK (((provisional_at IS NULL) OR (registered_by = 'first_view'::text))),
  constraint thread_registered_by CHECK ((registered_by = ANY (ARRAY['publisher'::text, 'first_view'::text]))),
  constraint thread_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint thread_slow_seconds_check CHECK ((slow_seconds > 0))
);
CREATE INDEX thread_closing ON public.thread USING btree (closes_at) WHERE ((closes_at IS NOT NULL) AND (NOT closing_noted));
CREATE INDEX thread_in_section ON public.thread USING btree (site_id, section) WHERE (section IS NOT NULL);
CREATE INDEX thread_provisional_on_site ON public.thread USING btree (site_id, provisional_at) WHERE (provisional_at IS NOT NULL);

create table thread_head (
  thread_id uuid not null,
  head bigint not null default 0,
  comment_count integer not null default 0,
  last_comment_at timestamp with time zone,
  mode_seq bigint not null default 0,
  pick_count integer not null default 0,
  constraint thread_head_comment_count_check CHECK ((comment_count >= 0)),
  constraint thread_head_pick_count_check CHECK ((pick_count >= 0)),
  constraint thread_head_pkey PRIMARY KEY (thread_id),
  constraint thread_head_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread(id)
);

create table thread_url (
  site_id uuid not null,
  url text not null,
  thread_id uuid not null,
  constraint thread_url_pkey PRIMARY KEY (site_id, url),
  constraint thread_url_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id),
  constraint thread_url_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread(id)
);
CREATE INDEX thread_url_of_thread ON public.thread_url USING btree (thread_id);

create table topic_comment (
  topic_id uuid not null,
  comment_id uuid not null,
  site_id uuid not null,
  at timestamp(3) with time zone not null,
  told_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint topic_comment_pkey PRIMARY KEY (topic_id, comment_id)
);
CREATE INDEX topic_comment_age ON public.topic_comment USING brin (at);
CREATE INDEX topic_comment_in_time ON public.topic_comment USING btree (topic_id, site_id, at, comment_id) INCLUDE (told_at);
CREATE INDEX topic_comment_of_site ON public.topic_comment USING btree (site_id, at, comment_id) INCLUDE (topic_id, told_at);
CREATE INDEX topic_comment_told ON public.topic_comment USING btree (topic_id, site_id, told_at, comment_id);
CREATE INDEX topic_comment_told_of_site ON public.topic_comment USING btree (site_id, told_at, comment_id) INCLUDE (topic_id);

create table word_list (
  id uuid not null,
  site_id uuid not null,
  name text not null,
  language text not null,
  outcome text not null,
  is_on boolean not null default false,
  terms text[] not null,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid not null,
  constraint word_list_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES reader(id),
  constraint word_list_name_unique UNIQUE (site_id, name),
  constraint word_list_outcome_check CHECK ((outcome = ANY (ARRAY['hold'::text, 'refuse'::text]))),
  constraint word_list_pkey PRIMARY KEY (id),
  constraint word_list_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(id)
);

CREATE OR REPLACE FUNCTION public.count_picks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    update thread_head set pick_count = pick_count + case when new.status = 'published' and new.picked_at is not null then 1 else -1 end
     where thread_id = new.thread_id;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.explain_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        new.statement_id := gen_random_uuid();
        insert into statement (id, site_id, reader_id, made_by, reason_title, ground, found_by)
        select new.statement_id, t.site_id, c.author_id, new.decided_by, new.reason, 'rules', 'moderator'
          from comment c join thread t on t.id = c.thread_id where c.id = new.comment_id;
        return new;
      end $function$;

CREATE OR REPLACE FUNCTION public.fill_site_of_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    select t.site_id into new.site_id from comment c join thread t on t.id = c.thread_id where c.id = new.comment_id;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.follow_held_by_rule()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.status = 'held' then
      insert into held_by_rule (site_id, rule, posted_at, comment_id)
        select new.site_id, f.rule, new.posted_at, new.id from finding f where f.comment_id = new.id on conflict do nothing;
    else
      delete from held_by_rule h where h.site_id = old.site_id and h.posted_at = old.posted_at and h.comment_id = old.id
        and h.rule = any(array(select f.rule from finding f where f.comment_id = old.id));
    end if;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.give_reasons()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into reason (id, site_id, key, ground, position)
        select gen_random_uuid(), new.id, standard.key, standard.ground, standard.position from 
  (values ('insult', 'rules', 0), ('hate', 'rules', 1), ('threat', 'rules', 2), ('falsehood', 'rules', 3), ('privacy', 'rules', 4),
          ('advertising', 'rules', 5), ('off_topic', 'rules', 6), ('illegal', 'law', 7)) as standard (key, ground, position);
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.give_screening_policy()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into screening_policy (site_id) values (new.id);
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_sort_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into comment_sort_past (thread_id, to_seq, from_seq, comment_id, rank, reply_count)
    values (old.thread_id, new.seq, old.sort_seq, old.id, old.rank, old.reply_count);
    new.sort_seq := new.seq;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.leave_reported()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      declare
        site uuid;
      begin
        delete from reported_comment where comment_id = new.id returning site_id into site;
        if site is not null then
          perform pg_notify('queue_moved', site::text);
        end if;
        if new.status = 'withdrawn' then
          update report set outcome = 'withdrawn', settled_at = now() where comment_id = new.id and outcome = 'open';
          update notice set outcome = 'withdrawn', settled_at = now() where comment_id = new.id and outcome = 'open';
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.note_announcement_due()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into announcement_due (kind, subject_id) values (tg_argv[0], (to_jsonb(new) ->> tg_argv[1])::uuid);
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.note_document_due()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     insert into comment_document_due (comment_id) values (new.id);
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION public.note_found_document_due()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     insert into comment_document_due (comment_id) values (new.comment_id);
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION public.note_held_by_rule()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into held_by_rule (site_id, rule, posted_at, comment_id)
      select c.site_id, new.rule, c.posted_at, c.id from comment c where c.id = new.comment_id and c.status = 'held' on conflict do nothing;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.note_published_due()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into announcement_due (kind, subject_id) values (case new.status when 'published' then 'published' else 'unpublished' end, new.id);
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.note_role_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into role_change (id, site_id, reader_id, from_role, to_role, changed_by)
    values (gen_random_uuid(), coalesce(new.site_id, old.site_id), coalesce(new.reader_id, old.reader_id), old.role, new.role,
            nullif(current_setting('parley.changed_by', true), '')::uuid);
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.note_visible_since()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    new.visible_since := new.seq;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $function$;

CREATE OR REPLACE FUNCTION public.renew_documents()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   begin
     insert into comment_document_renewal (site_id) values (new.id)
     on conflict (site_id) do update set before_id = excluded.before_id;
     return null;
   end $function$;

CREATE OR REPLACE FUNCTION public.require_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if exists (select from comment c where c.id = new.id and c.status = new.status)
          and new.status is distinct from (
            select d.to_status from decision d where d.comment_id = new.id order by d.decided_at desc, d.id desc limit 1) then
          raise exception 'comment % is % without a decision', new.id, new.status using errcode = 'check_violation', constraint = 'comment_explained';
        end if;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.set_comment_site()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    select site_id into new.site_id from thread where id = new.thread_id;
    return new;
  end $function$;

CREATE TRIGGER announce AFTER UPDATE OF outcome ON public.appeal FOR EACH ROW WHEN ((old.outcome IS DISTINCT FROM new.outcome)) EXECUTE FUNCTION note_announcement_due('appealed', 'statement_id');

CREATE TRIGGER announce_moved AFTER UPDATE OF status ON public.comment FOR EACH ROW WHEN (((old.status = 'published'::text) <> (new.status = 'published'::text))) EXECUTE FUNCTION note_published_due();

CREATE TRIGGER announce_new AFTER INSERT ON public.comment FOR EACH ROW WHEN ((new.status = 'published'::text)) EXECUTE FUNCTION note_published_due();

CREATE CONSTRAINT TRIGGER comment_explained AFTER INSERT OR UPDATE OF status ON public.comment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.status = ANY (ARRAY['rejected'::text, 'removed'::text]))) EXECUTE FUNCTION require_decision();

CREATE TRIGGER count_picks AFTER UPDATE OF status, picked_at ON public.comment FOR EACH ROW WHEN ((((old.status = 'published'::text) AND (old.picked_at IS NOT NULL)) IS DISTINCT FROM ((new.status = 'published'::text) AND (new.picked_at IS NOT NULL)))) EXECUTE FUNCTION count_picks();

CREATE TRIGGER follow_held_by_rule AFTER UPDATE OF status ON public.comment FOR EACH ROW WHEN (((old.status = 'held'::text) IS DISTINCT FROM (new.status = 'held'::text))) EXECUTE FUNCTION follow_held_by_rule();

CREATE TRIGGER keep_sort_past BEFORE UPDATE ON public.comment FOR EACH ROW WHEN (((old.parent_id IS NULL) AND (old.sort_seq IS NOT NULL) AND (new.seq > old.seq) AND (((old.likes IS DISTINCT FROM new.likes) OR (old.dislikes IS DISTINCT FROM new.dislikes)) OR (old.reply_count IS DISTINCT FROM new.reply_count)))) EXECUTE FUNCTION keep_sort_past();

CREATE TRIGGER leave_reported AFTER UPDATE OF status ON public.comment FOR EACH ROW WHEN (((old.status <> new.status) AND ((old.status = 'published'::text) OR (new.status = 'withdrawn'::text)))) EXECUTE FUNCTION leave_reported();

CREATE TRIGGER note_changed_document AFTER UPDATE ON public.comment FOR EACH ROW WHEN (((old.text IS DISTINCT FROM new.text) OR ((old.status = 'withdrawn'::text) <> (new.status = 'withdrawn'::text)))) EXECUTE FUNCTION note_document_due();

CREATE TRIGGER note_new_document AFTER INSERT ON public.comment FOR EACH ROW EXECUTE FUNCTION note_document_due();

CREATE TRIGGER note_visible_at_once BEFORE INSERT ON public.comment FOR EACH ROW WHEN ((new.seq IS NOT NULL)) EXECUTE FUNCTION note_visible_since();

CREATE TRIGGER note_visible_later BEFORE UPDATE ON public.comment FOR EACH ROW WHEN (((NOT old.visible) AND ((new.status = 'published'::text) OR (new.reply_count > 0)))) EXECUTE FUNCTION note_visible_since();

CREATE TRIGGER set_comment_site BEFORE INSERT ON public.comment FOR EACH ROW WHEN ((new.site_id IS NULL)) EXECUTE FUNCTION set_comment_site();

CREATE TRIGGER announce AFTER INSERT ON public.decision FOR EACH ROW WHEN ((new.from_status <> new.to_status)) EXECUTE FUNCTION note_announcement_due('decided', 'id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER explain_decision BEFORE INSERT ON public.decision FOR EACH ROW WHEN (((new.statement_id IS NULL) AND (new.to_status = ANY (ARRAY['rejected'::text, 'removed'::text])) AND (new.reason IS NOT NULL))) EXECUTE FUNCTION explain_decision();

CREATE TRIGGER fill_site BEFORE INSERT ON public.decision FOR EACH ROW WHEN ((new.site_id IS NULL)) EXECUTE FUNCTION fill_site_of_decision();

CREATE TRIGGER note_found_document AFTER INSERT ON public.finding FOR EACH ROW EXECUTE FUNCTION note_found_document_due();

CREATE TRIGGER note_held_by_rule AFTER INSERT ON public.finding FOR EACH ROW EXECUTE FUNCTION note_held_by_rule();

CREATE TRIGGER announce AFTER INSERT ON public.pick FOR EACH ROW EXECUTE FUNCTION note_announcement_due('picked', 'comment_id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.pick FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER announce AFTER UPDATE OF outcome ON public.report FOR EACH ROW WHEN ((old.outcome <> new.outcome)) EXECUTE FUNCTION note_announcement_due('reported', 'id');

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.role_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER announce AFTER INSERT OR UPDATE OF lifted_at ON public.sanction FOR EACH ROW EXECUTE FUNCTION note_announcement_due('sanctioned', 'id');

CREATE TRIGGER give_reasons AFTER INSERT ON public.site FOR EACH ROW EXECUTE FUNCTION give_reasons();

CREATE TRIGGER give_screening_policy AFTER INSERT ON public.site FOR EACH ROW EXECUTE FUNCTION give_screening_policy();

CREATE TRIGGER renew_documents AFTER UPDATE ON public.site FOR EACH ROW WHEN ((old.search_language <> new.search_language)) EXECUTE FUNCTION renew_documents();

CREATE TRIGGER role_changed AFTER UPDATE OF role ON public.staff_role FOR EACH ROW WHEN ((old.role IS DISTINCT FROM new.role)) EXECUTE FUNCTION note_role_change();

CREATE TRIGGER role_given AFTER INSERT OR DELETE ON public.staff_role FOR EACH ROW EXECUTE FUNCTION note_role_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
