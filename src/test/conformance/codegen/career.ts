import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from './__generated__';

export const career = graphql(`
  query Career($person: PersonBy!, $filter: AppointmentFilter) {
    person(by: $person) {
      name
      appointments(asOf: "2019-03-01", filter: $filter, orderBy: { field: START }, first: 20) {
        totalCount
        edges {
          certainty
          node {
            role {
              name
              organisation {
                name
              }
            }
            period {
              state
              start {
                edtf
                display
              }
              days {
                least
                most
              }
            }
            claims(field: "start_date") {
              basis
              source {
                name
                url
              }
            }
          }
        }
      }
    }
  }
`);

export function lines(answer: ResultOf<typeof career>): string[] {
  const appointments = answer.person?.appointments.edges ?? [];
  return appointments.map(({ certainty, node }) =>
    `${node.role.name}, ${node.role.organisation.name}, ${node.period.start?.display ?? 'unknown'}: ${certainty ?? 'no day asked'}`);
}
