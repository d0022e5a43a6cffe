import graphql from '@graphql-eslint/eslint-plugin';
import { fileURLToPath } from 'node:url';

const schema = fileURLToPath(new URL('../../../schema/*.graphqls', import.meta.url));

export default [
  {
    files: ['schema/*.graphqls'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema } }
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/relay-edge-types': ['error', {
        withEdgeSuffix: true,
        // Short lists that are never paged, such as a quote's topics, are plain lists.
        listTypeCanWrapOnlyEdgeType: false,
        shouldImplementNode: false
      }],
      '@graphql-eslint/strict-id-in-types': ['error', {
        // Values: they have no identity beside the record that they belong to.
        exceptions: {
          suffixes: ['Connection', 'Edge'],
          types: [
            'AttributionMismatch', 'Dataset', 'DateRange', 'DatedName', 'DayRange', 'Dispute', 'FieldChange',
            'FuzzyDate', 'HolderChange', 'Holding', 'Identifier', 'MeanDays', 'Move', 'Observation',
            'OrganisationLink', 'Organogram', 'OrganogramChanges', 'Overlap', 'PageInfo', 'Participation',
            'Period', 'RecordCount', 'Release', 'ReportedTurnover', 'RoleHolder', 'RoleHolders', 'Seat',
            'SeatChange', 'ServiceChain', 'ServiceChains', 'SharedService', 'SuspiciousFact', 'Term',
            'TimelineEntry', 'Turnover', 'TurnoverMethod', 'UnnamedSpeaker', 'WantedFact', 'Withdrawal'
          ]
        }
      }],
      '@graphql-eslint/require-description': ['error', {
        rootField: true,
        types: true,
        DirectiveDefinition: true,
        EnumValueDefinition: true,
        FieldDefinition: true,
        InputValueDefinition: true
      }]
    }
  }
];
