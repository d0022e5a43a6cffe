import type { cited$data } from './__generated__/cited.graphql';
import type { reactions_event$data } from './__generated__/reactions_event.graphql';

type Reaction = NonNullable<NonNullable<reactions_event$data['reactions']['edges']>[number]>['node'];

export function reactionLine(reaction: Reaction): string {
  const roles = reaction.speakingAs.map((appointment) => appointment.role.name).join(', ');
  return `${reaction.attribution} (${roles}): ${reaction.text ?? ''}`;
}

export function sourceLines(cited: cited$data): string[] {
  return cited.sources.map((source) => `${source.name} ${source.url ?? ''}`);
}
