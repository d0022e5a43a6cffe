import { graphql } from 'relay-runtime';

export const reactionsQuery = graphql`
  query reactionsQuery($slug: String!) {
    event(by: { slug: $slug }) {
      name
      date {
        display
      }
      ...reactions_event
    }
  }
`;

export const reactionsOfEvent = graphql`
  fragment reactions_event on Event
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "reactionsPageQuery") {
    reactions(first: $count, after: $cursor) @connection(key: "reactions_event_reactions") {
      totalCount
      edges {
        node {
          text
          attribution
          speaker {
            __typename
            ... on Person {
              name
            }
            ... on UnnamedSpeaker {
              description
            }
          }
          speakingAs {
            role {
              name
            }
          }
          ...cited
        }
      }
    }
  }
`;

export const cited = graphql`
  fragment cited on Cited {
    sources {
      name
      url
    }
  }
`;
