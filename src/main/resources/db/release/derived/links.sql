-- Fills the tables of links that follow from others, after the last row of a package is in.

-- Every body that a role belongs to, its own and the joint ones.
insert into organisation_roles (organisation_id, role_id)
select organisation_id, id
from roles
union
select organisation_id, role_id
from role_organisations;

-- Who took part in what, once however many parts they played.
insert into event_participants (participant_type, participant_id, event_id)
select 'Person', person_id, event_id
from participations
where person_id is not null
union
select 'Organisation', organisation_id, event_id
from participations
where person_id is null;

-- The quotes that react to an event or to one of its parts.
insert into event_reactions (event_id, quote_id)
select distinct event_parts.event_id, quote_targets.quote_id
from quote_targets
join event_parts on event_parts.part_id = quote_targets.target_id
where quote_targets.target_type = 'Event';
