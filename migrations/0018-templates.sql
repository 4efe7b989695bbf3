-- Texts for many people, and the columns of the files they are sent with.

create table template (
  template_id integer primary key,
  -- As src-shared/contract/templates.ts has it.
  content text not null check (json_valid(content)),
  edit_id integer not null references journal (edit_id)
) strict;

-- What a tool that sends texts wants to be given.
create table send_layout (
  layout_id integer primary key,
  -- As src-shared/contract/send-lists.ts has it.
  content text not null check (json_valid(content)),
  edit_id integer not null references journal (edit_id)
) strict;
