import { type FragmentType, graphql, useFragment } from './__generated__';
import type { QuoteFilter } from './__generated__/graphql';

export const said = graphql(`
  fragment Said on Quote {
    text
    attribution
    speaker {
      __typename
      ... on Person {
        name
      }
      ... on Organisation {
        name
      }
      ... on UnnamedSpeaker {
        description
      }
    }
  }
`);

export const page = graphql(`
  query Page($filter: QuoteFilter, $after: String) {
    quotes(filter: $filter, first: 10, after: $after) {
      nodes {
        id
        ...Said
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const chiefExecutives: QuoteFilter = {
  speakerRoleKinds: ['CHIEF_EXECUTIVE'],
  saidIn: { from: '2019-03-01', to: '2019-03-31' },
  not: { forms: ['REPORTED'] }
};

export function line(quote: FragmentType<typeof said>): string {
  const { attribution, speaker, text } = useFragment(said, quote);
  switch (speaker.__typename) {
    case 'Person':
    case 'Organisation':
      return `${speaker.name} (${attribution}): ${text ?? ''}`;
    case 'UnnamedSpeaker':
      return `${speaker.description}: ${text ?? ''}`;
  }
}
