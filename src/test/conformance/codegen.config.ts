import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../../../schema/*.graphqls',
  documents: 'codegen/*.ts',
  generates: {
    'codegen/__generated__/': {
      preset: 'client',
      config: {
        scalars: { Date: 'string', Edtf: 'string', Url: 'string' },
        enumsAsTypes: true,
        strictScalars: true,
        useTypeImports: true
      }
    }
  }
};

export default config;
