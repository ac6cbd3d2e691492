import { describe } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { V1, V2, vc } from '../../build/samples.ts';
import { GONE, holdsTable, type Row } from './table.ts';

const card = { id: 'urn:example:entry', type: 'Entry' };
const address = (at: string): Row => [at, 'no address', `member-malformed ${at}`];
const missing = (at: string): Row => [at, GONE, `member-missing ${at}`];
const number = (at: string): Row => [at, 5, `member-malformed ${at}`];
const date = (at: string): Row => [at, 'at some time', `date-malformed ${at}`];

/** A member whose entries have a type, and an id where there is one, or always. */
const entry = (at: string, needsId: boolean): readonly Row[] => [
  number(at),
  address(`${at}/id`),
  ...(needsId ? [missing(`${at}/id`)] : []),
  missing(`${at}/type`),
  number(`${at}/type`),
];

const parts: JsonObject = {
  id: 'urn:example:credential',
  issuer: { id: 'did:example:library', name: 'Library', description: 'Lends books.' },
  credentialSchema: card,
  evidence: card,
  termsOfUse: card,
  credentialStatus: card,
  refreshService: card,
};
const common: readonly Row[] = [
  missing('/@context'),
  missing('/type'),
  ['/type', ['LibraryCard'], 'type-unknown /type'],
  address('/id'),
  missing('/issuer'),
  address('/issuer'),
  missing('/issuer/id'),
  address('/issuer/id'),
  number('/issuer/name'),
  number('/issuer/description'),
  missing('/credentialSubject'),
  ['/credentialSubject', {}, 'member-malformed /credentialSubject'],
  ['/credentialSubject', [], 'member-malformed /credentialSubject'],
  ['/credentialSubject', 'did:example:reader', 'member-malformed /credentialSubject'],
  address('/credentialSubject/id'),
  ...entry('/credentialSchema', true),
  ...entry('/evidence', false),
  ...entry('/termsOfUse', false),
  number('/proof'),
  missing('/proof/type'),
  number('/proof/type'),
];

describe('a credential of the data model 2.0', () => {
  const whole = vc({
    ...parts,
    name: 'Card',
    description: 'Opens doors.',
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
    issuanceDate: '2026-01-01',
    expirationDate: '2027-01-01',
  });
  holdsTable(whole, [
    ...common,
    number('/name'),
    number('/description'),
    ['/validFrom', '2026-01-01', 'date-malformed /validFrom'],
    ['/validUntil', '2027-01-01', 'date-malformed /validUntil'],
    date('/issuanceDate'),
    date('/expirationDate'),
    ...entry('/credentialStatus', false),
    ...entry('/refreshService', false),
  ]);
});

describe('a credential of the data model 1.1', () => {
  const whole = vc({
    ...parts,
    '@context': [V1],
    issuanceDate: '2026-01-01T00:00:00Z',
    expirationDate: '2027-01-01T00:00:00Z',
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
  });
  holdsTable(whole, [
    ...common,
    missing('/issuanceDate'),
    date('/issuanceDate'),
    date('/expirationDate'),
    date('/validFrom'),
    date('/validUntil'),
    ...entry('/credentialStatus', true),
    ...entry('/refreshService', true),
  ]);
});

describe('a presentation', () => {
  const whole: JsonObject = {
    '@context': [V2],
    type: ['VerifiablePresentation'],
    id: 'urn:example:presentation',
    holder: { id: 'did:example:reader' },
    verifiableCredential: [vc()],
    termsOfUse: [card],
    proof: [{ type: 'DataIntegrityProof' }],
  };
  holdsTable(whole, [
    missing('/@context'),
    missing('/type'),
    ['/type', 'Presentation', 'type-unknown /type'],
    address('/id'),
    address('/holder'),
    missing('/holder/id'),
    address('/holder/id'),
    number('/verifiableCredential/0'),
    missing('/verifiableCredential/0/type'),
    ['/verifiableCredential/0/type', 'LibraryCard', 'type-unknown /verifiableCredential/0/type'],
    ...entry('/termsOfUse/0', false),
    number('/proof/0'),
    missing('/proof/0/type'),
    number('/proof/0/type'),
  ]);
});
