-- The starts and ends of appointments that have a date, or that something shows to have come by some day. Between which days each lies
-- was worked out at import from all that sources say of the tenure (held_*); what was only announced lies within the announced date,
-- unless that is ruled out.
insert into moves (
  id, kind, field, appointment_id, event_id, move_date, basis, move_earliest, move_latest, move_sort,
  wide_sort, person_id, role_id, capacity, start_date, start_earliest, start_latest, end_date, end_earliest, end_latest
)
select
  m.appointment_id || '/' || m.field,
  m.kind,
  m.field,
  m.appointment_id,
  m.event_id,
  case
    when m.given is not null then m.given
    when m.earliest = m.latest then cast(m.earliest as varchar)
    else '[' || coalesce(cast(m.earliest as varchar), '') || '..' || coalesce(cast(m.latest as varchar), '') || ']'
  end,
  m.basis,
  m.earliest,
  m.latest,
  m.sort_text,
  case when m.earliest is null or m.latest is null or m.latest > m.earliest + interval '1' year then m.sort_text end,
  a.person_id,
  a.role_id,
  a.capacity,
  a.start_date,
  a.start_earliest,
  a.start_latest,
  a.end_date,
  a.end_earliest,
  a.end_latest
from (
  select p.*,
    -- What can only be placed by its latest day stands just ahead of what happened on that day.
    case
      when p.earliest is not null then cast(p.earliest as varchar) || '/' || coalesce(cast(p.latest as varchar), '~')
      when p.latest is not null then cast(p.latest as varchar) || '/'
      else '~'
    end || '/' || p.place as sort_text
  from (
    select
      s.id as appointment_id,
      'ARRIVED' as kind,
      'start_date' as field,
      '4' as place,
      s.start_event_id as event_id,
      s.start_date as given,
      case
        when s.start_date is null then 'BOUNDED'
        when s.state = 'PLANNED' and s.held_from_latest is null then 'ANNOUNCED'
        else 'DATED'
      end as basis,
      s.held_from_earliest as earliest,
      case
        when s.state <> 'PLANNED' or s.held_from_latest is not null then s.held_from_latest
        when s.start_latest is null or s.start_latest < s.held_from_earliest or s.start_latest > s.held_until_latest
          then s.held_until_latest
        else s.start_latest
      end as latest
    from appointments s
    where s.start_date is not null
    or s.held_from_latest is not null
    union all
    select
      e.id,
      'LEFT',
      'end_date',
      -- On one day those who leave come first, but nobody leaves before they have come.
      case
        when e.held_until_earliest is not distinct from e.held_from_earliest
          and e.held_until_latest is not distinct from e.held_from_latest then '4/1'
        else '3'
      end,
      e.end_event_id,
      e.end_date,
      case
        when e.end_date is null then 'BOUNDED'
        when e.state in ('PLANNED', 'ONGOING') then 'ANNOUNCED'
        else 'DATED'
      end,
      case
        when e.end_date is null or e.state not in ('PLANNED', 'ONGOING') then e.held_until_earliest
        when e.end_earliest is null or e.end_earliest < coalesce(e.held_until_earliest, e.held_from_earliest)
          or e.end_earliest > e.held_until_latest then coalesce(e.held_until_earliest, e.held_from_earliest)
        else e.end_earliest
      end,
      e.held_until_latest
    from appointments e
    where e.end_date is not null
    or (e.held_until_latest is not null and (e.held_from_latest is not null or e.held_until_earliest is not null))
    or (e.held_until_earliest is not null and e.state = 'ENDED_DATE_UNKNOWN')
  ) p
) m
join appointments a on a.id = m.appointment_id;

insert into timeline_entries (
  id, kind, item_type, item_id, field, entry_date, basis, entry_earliest, entry_latest, entry_sort,
  wide_sort
)
select
  'Appointment/' || m.id,
  case m.kind when 'ARRIVED' then 'APPOINTMENT_STARTED' else 'APPOINTMENT_ENDED' end,
  'Appointment',
  m.appointment_id,
  m.field,
  m.move_date,
  m.basis,
  m.move_earliest,
  m.move_latest,
  m.move_sort,
  m.wide_sort
from moves m;

-- Events, quotes and changes of organisations. A change has an entry for the day in law and one for the day in practice, unless they
-- are the same, and one for its announcement where it has neither.
insert into timeline_entries (
  id, kind, item_type, item_id, field, entry_date, basis, entry_earliest, entry_latest, entry_sort,
  wide_sort
)
select
  d.item_type || '/' || d.item_id || '/' || d.field,
  d.kind,
  d.item_type,
  d.item_id,
  d.field,
  d.given,
  d.basis,
  d.earliest,
  d.latest,
  d.sort_text,
  case when d.earliest is null or d.latest is null or d.latest > d.earliest + interval '1' year then d.sort_text end
from (
  select p.*,
    case
      when p.earliest is not null then cast(p.earliest as varchar) || '/' || coalesce(cast(p.latest as varchar), '~')
      when p.latest is not null then cast(p.latest as varchar) || '/'
      else '~'
    end || '/' || p.place as sort_text
  from (
    select 'EVENT' as kind, 'Event' as item_type, e.id as item_id, 'event_date' as field, '2' as place,
      e.event_date as given, 'DATED' as basis, e.event_earliest as earliest, e.began_latest as latest
    from events e
    union all
    select 'QUOTE', 'Quote', q.id, 'said_on', '5/' || q.position_sort, q.said_on, 'DATED', q.said_earliest, q.said_latest
    from quotes q
    where q.said_on is not null
    union all
    select 'ORGANISATION_CHANGED', 'OrganisationChange', c.id, 'legal_on', '1', c.legal_on, 'DATED', c.legal_earliest,
      c.legal_latest
    from organisation_changes c
    where c.legal_on is not null
    union all
    select 'ORGANISATION_CHANGED', 'OrganisationChange', c.id, 'operational_on', '1', c.operational_on, 'DATED',
      c.operational_earliest, c.operational_latest
    from organisation_changes c
    where c.operational_on is not null
    and (c.legal_on is null or c.legal_on <> c.operational_on)
    union all
    select 'ORGANISATION_CHANGED', 'OrganisationChange', c.id, 'announced_on', '1', c.announced_on, 'ANNOUNCED',
      c.announced_earliest, c.announced_latest
    from organisation_changes c
    where c.announced_on is not null
    and c.legal_on is null
    and c.operational_on is null
  ) p
) d;

-- Whose timelines: of a person, their own appointments, the events that they took part in, what they said and what was said of them;
-- of a body, the same, and what those in its roles took part in and said as holders of them, and what became of it. One statement for
-- each, and not one for all, since the large ones cannot have a row twice.
insert into timeline_subjects (subject_type, subject_id, entry_id)
select 'Person', m.person_id, 'Appointment/' || m.id
from moves m;

insert into timeline_subjects (subject_type, subject_id, entry_id)
select 'Organisation', o.organisation_id, 'Appointment/' || m.id
from moves m
join organisation_roles o on o.role_id = m.role_id;

insert into timeline_subjects (subject_type, subject_id, entry_id)
select p.participant_type, p.participant_id, 'Event/' || p.event_id || '/event_date'
from event_participants p;

insert into timeline_subjects (subject_type, subject_id, entry_id)
select distinct 'Organisation', o.organisation_id, 'Event/' || p.event_id || '/event_date'
from participations p
join participation_appointments l on l.participation_id = p.id
join appointments a on a.id = l.appointment_id
join organisation_roles o on o.role_id = a.role_id
where not exists (
  select 1 from event_participants e
  where e.participant_type = 'Organisation' and e.participant_id = o.organisation_id and e.event_id = p.event_id
);

insert into timeline_subjects (subject_type, subject_id, entry_id)
select 'Person', q.speaker_person_id, 'Quote/' || q.id || '/said_on'
from quotes q
where q.said_on is not null and q.speaker_person_id is not null
union
select 'Organisation', q.speaker_organisation_id, 'Quote/' || q.id || '/said_on'
from quotes q
where q.said_on is not null and q.speaker_organisation_id is not null
union
select 'Organisation', o.organisation_id, 'Quote/' || q.id || '/said_on'
from quotes q
join quote_roles l on l.quote_id = q.id
join appointments a on a.id = l.appointment_id
join organisation_roles o on o.role_id = a.role_id
where q.said_on is not null
union
select s.subject_type, s.subject_id, 'Quote/' || q.id || '/said_on'
from quotes q
join quote_subjects s on s.quote_id = q.id
where q.said_on is not null and s.subject_type in ('Person', 'Organisation');

insert into timeline_subjects (subject_type, subject_id, entry_id)
select distinct 'Organisation', p.organisation_id, e.id
from timeline_entries e
join organisation_change_parts p on p.change_id = e.item_id
where e.item_type = 'OrganisationChange';
