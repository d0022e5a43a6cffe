-- A field is in dispute where a claim on it is DISPUTED, or where its claims give different values and not all are accepted.
insert into disputes (id, subject_type, subject_id, field, state)
select distinct
  c.subject_type || '/' || c.subject_id || '/' || c.field,
  c.subject_type,
  c.subject_id,
  c.field,
  'AGREED'
from claims c
where c.standing <> 'ACCEPTED';

update disputes d
set state = (
  select
    case
      when sum(case when c.standing = 'DISPUTED' then 1 else 0 end) = 0 and count(distinct c.claimed_value) = 1 then 'AGREED'
      when sum(case when c.standing = 'DISPUTED' then 1 else 0 end) = 0 then 'SUPERSEDED'
      when sum(case when c.standing = 'ACCEPTED' then 1 else 0 end) = 0 then 'UNDECIDED'
      else 'DECIDED'
    end
  from claims c
  where c.subject_type = d.subject_type
  and c.subject_id = d.subject_id
  and c.field = d.field
);

delete from disputes
where state = 'AGREED';

-- Whom a dispute concerns: the record itself, and who or what it belongs to.
insert into dispute_parties (party_type, party_id, dispute_id)
select d.subject_type, d.subject_id, d.id
from disputes d
where d.subject_type in ('Person', 'Organisation')
union
select 'Organisation', o.organisation_id, d.id
from disputes d
join organisation_roles o on o.role_id = d.subject_id
where d.subject_type = 'Role'
union
select 'Person', a.person_id, d.id
from disputes d
join appointments a on a.id = d.subject_id
where d.subject_type = 'Appointment'
union
select 'Organisation', o.organisation_id, d.id
from disputes d
join appointments a on a.id = d.subject_id
join organisation_roles o on o.role_id = a.role_id
where d.subject_type = 'Appointment'
union
select 'Organisation', p.organisation_id, d.id
from disputes d
join organisation_change_parts p on p.change_id = d.subject_id
where d.subject_type = 'OrganisationChange'
union
select p.participant_type, p.participant_id, d.id
from disputes d
join event_participants p on p.event_id = d.subject_id
where d.subject_type = 'Event'
union
select 'Person', q.speaker_person_id, d.id
from disputes d
join quotes q on q.id = d.subject_id
where d.subject_type = 'Quote'
and q.speaker_person_id is not null
union
select 'Organisation', q.speaker_organisation_id, d.id
from disputes d
join quotes q on q.id = d.subject_id
where d.subject_type = 'Quote'
and q.speaker_organisation_id is not null;
