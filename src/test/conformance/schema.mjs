// relay-compiler takes one file in which no type is extended ahead of its definition; ours are one per feature.
import { buildSchema, printSchema } from 'graphql';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../../../schema/', import.meta.url);
const generated = new URL('__generated__/', import.meta.url);

const files = readdirSync(folder).filter((name) => name.endsWith('.graphqls'));
const features = files.map((name) => readFileSync(new URL(name, folder), 'utf8'));

mkdirSync(generated, { recursive: true });
writeFileSync(new URL('schema.graphql', generated), printSchema(buildSchema(features.join('\n'))));
