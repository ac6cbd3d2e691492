import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isHostedReference } from '../../src/credential/hosted-reference.ts';
import type { Credential } from '../../src/credential/model.ts';
import { parse } from '../../src/credential/parse.ts';
import { fail } from '../../src/result.ts';
import { checkConformance } from '../../src/verify/check/conformance.ts';
import { fileOf } from '../build/file.ts';
import { fakeHeavy } from '../fake/ports.ts';

const ROOT = '../shared/fixtures';
const present = existsSync(`${ROOT}/INDEX.json`);

interface Entry {
  readonly file: string;
  readonly format: string;
  readonly expected: 'valid' | 'invalid' | 'n/a';
  readonly check?: string;
  readonly extract?: Readonly<Record<string, string | boolean | null>>;
}
const INDEX: readonly Entry[] = present ? JSON.parse(readFileSync(`${ROOT}/INDEX.json`, 'utf8')) : [];
const bytesOf = ({ file }: Entry): Uint8Array => new Uint8Array(readFileSync(`${ROOT}/${file}`));
const read = (entry: Entry) => parse(fileOf(bytesOf(entry)));

const CREDENTIAL_FORMATS = ['ob1', 'ob2-hosted', 'ob2-signed', 'ob3-di', 'ob3-jwt', 'clr2', 'vc'];

/** What the index calls valid in its source's words and no credential in ours, or beyond this version. */
const NO_CREDENTIALS: ReadonlyMap<string, string> = new Map([
  // The 1EdTech tests of single classes: issuers and badges that nobody was given.
  ['1edtech/ob20/issuer-compact-iri-validation.json', 'definition-not-award'],
  ['1edtech/ob20/rdf-validation/valid-badge-class-empty-criteria-type.json', 'definition-not-award'],
  ['1edtech/ob20/rdf-validation/valid-issuer-extension.json', 'definition-not-award'],
  ['1edtech/ob20/rdf-validation/valid-cool-class.json', 'no-credential-found'],
  // VC-JOSE-COSE §3.3: recognised, not carried.
  ['w3c/vc-jose-cose-test-suite/credential-cose-minimal.txt', 'unknown-format'],
]);

/** What the index calls a format, in our words; an address in an image does not tell which version it leads to. */
const formatsFor = (entry: Entry, credential: Credential): readonly string[] => {
  if (isHostedReference(credential)) return ['ob2'];
  // A type that the suites removed on purpose, profiles of the plain data model, and SD-JWTs of any of them.
  if (entry.format === 'vc') return ['vc', 'ob3', 'clr2', 'sd-jwt-vc', 'ob2'];
  return [entry.format.replace(/-.*/, '')];
};

describe.skipIf(!present)('the fixtures', () => {
  const valid = INDEX.filter(
    ({ format, expected }) => expected === 'valid' && CREDENTIAL_FORMATS.includes(format),
  );

  test.each(valid.map((entry) => [entry.file, entry] as const))(
    '%s is read in its format',
    async (file, entry) => {
      const parsed = await read(entry);
      if (!parsed.ok) {
        expect(parsed.problem.code).toBe(NO_CREDENTIALS.get(file));
        return;
      }
      for (const credential of parsed.value.credentials)
        expect(formatsFor(entry, credential)).toContain(credential.format);
    },
  );

  test('every file of every kind gives credentials or a code', async () => {
    for (const entry of INDEX) await read(entry);
    expect(INDEX.length).toBeGreaterThan(1000);
  });

  const truths = INDEX.filter(({ extract }) => extract !== undefined);
  test.each(truths.map((entry) => [entry.file, entry] as const))(
    '%s: what a real badge says is read exactly',
    async (_, entry) => {
      const parsed = await read(entry);
      const credential = parsed.ok ? parsed.value.credentials[0] : undefined;
      expect(credential && extracted(credential, Object.keys(entry.extract ?? {}))).toEqual(entry.extract);
    },
  );
});

const FIELDS: Readonly<Record<string, (credential: Credential) => unknown>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  issuer_id: ({ issuer }) => issuer.id,
  issuer_name: ({ issuer }) => issuer.name,
  valid_from: ({ validFrom }) => validFrom?.text ?? null,
  valid_until: ({ validUntil }) => validUntil?.text ?? null,
  issued_on: ({ issued }) => issued?.text ?? null,
  expires: ({ validUntil }) => validUntil?.text ?? null,
  badge: ({ achievements }) => achievements[0]?.id ?? null,
  status_type: ({ statuses }) => statuses[0]?.type ?? null,
  recipient_hashed: ({ recipient }) => recipient.identifiers[0]?.hashed ?? null,
  recipient_salted: ({ recipient }) => recipient.identifiers.some(({ salt }) => salt !== null),
};
const extracted = (credential: Credential, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, FIELDS[name]?.(credential)]));

/** Closed world without a document: what is not bundled cannot be had. */
const NO_NET = { heavy: fakeHeavy, net: { get: async () => fail('not-in-documents') } };

describe.skipIf(!present)('conformance of the fixtures', () => {
  /** A template with words in place of dates, which the suite replaces before use. */
  const TEMPLATE = 'w3c/vc-data-model-2.0-test-suite/credential-validUntil-validFrom-ok.json';
  const structural = INDEX.filter(
    ({ check, expected, file }) => check === 'structure' && expected !== 'n/a' && file !== TEMPLATE,
  );

  test.each(structural.map((entry) => [entry.expected, entry.file, entry] as const))(
    'VCDM 2.0 structure, %s: %s',
    async (expected, _, entry) => {
      const parsed = await read(entry);
      if (!parsed.ok) throw new Error(parsed.problem.code);
      const states = await Promise.all(
        parsed.value.credentials.map(async (each) => (await checkConformance(each, NO_NET)).state),
      );
      expect(states).toEqual(states.map(() => (expected === 'valid' ? 'passed' : 'failed')));
    },
  );

  /** What the sources refuse for their shape, and where it shows. */
  test.each([
    ['1edtech/ob20/assertion-with-data-image.json', 'member-malformed', '/image'],
    [
      '1edtech/ob20/assertion-with-extension-node-invalid.json',
      'schema-violated',
      '/extensions:exampleExtension/exampleProperty',
    ],
    ['1edtech/ob20/basic-assertion-expired-before-issued.json', 'dates-contradict', '/expires'],
    ['1edtech/ob20/basic-assertion-invalid-type.json', 'type-unknown', '/type'],
    ['1edtech/ob30/simple-err-context.json', 'context-order', '/@context/0'],
    ['1edtech/ob30/simple-err-credential-subject-type.json', 'type-unknown', '/credentialSubject/type'],
    [
      '1edtech/ob30/simple-err-issuer-otheridentifier-type.json',
      'type-unknown',
      '/issuer/otherIdentifier/1/type',
    ],
    ['1edtech/ob30/simple-err-issuer-parentorg-type.json', 'type-unknown', '/issuer/parentOrg/type'],
    ['1edtech/ob30/simple-err-issuer-type.json', 'type-unknown', '/issuer/type'],
    ['1edtech/ob30/simple-err-issuer.json', 'member-missing', '/issuer'],
    ['1edtech/ob30/simple-err-type.json', 'type-unknown', '/type'],
    ['1edtech/validator-core/1_0_assertion_with_errors.json', 'member-malformed', '/recipient'],
    ['ob1-era/badgr-server/1_0_basic_instance_with_bad_date.json', 'date-malformed', '/issuedOn'],
    ['ob1-era/recipient/unsupported-hash.json', 'member-malformed', '/recipient/identity'],
    ['synthetic/ob3/context-order-wrong.json', 'context-order', '/@context/0'],
    ['synthetic/ob3/no-recipient.json', 'member-missing', '/credentialSubject/id'],
    ['w3c/vc-jose-cose-test-suite/credential-jose-vc-vp-claims.txt', 'claims-contradict', '/vc'],
  ])('%s fails with %s', async (file, code, at) => {
    const parsed = await parse(fileOf(new Uint8Array(readFileSync(`${ROOT}/${file}`))));
    const [credential] = parsed.ok ? parsed.value.credentials : [];
    const outcome = credential && (await checkConformance(credential, NO_NET));
    expect(outcome).toMatchObject({ state: 'failed', problem: { code, at } });
  });

  test('nothing that its source calls valid fails for its shape', async () => {
    const failures: string[] = [];
    for (const entry of INDEX.filter(({ expected, file }) => expected === 'valid' && file !== TEMPLATE)) {
      const parsed = await read(entry);
      for (const credential of parsed.ok ? parsed.value.credentials : []) {
        const outcome = await checkConformance(credential, NO_NET);
        if (outcome.state === 'failed')
          failures.push(`${entry.file} ${outcome.problem?.code} ${outcome.problem?.at}`);
      }
    }
    expect(failures).toEqual([]);
  });

  test('no badge of a real platform fails for its shape', async () => {
    const failures: string[] = [];
    for (const entry of INDEX.filter(({ file }) =>
      /^platform\/(?:credly|accredible|edubadges|netlearning|scrum-org)\//.test(file),
    )) {
      const parsed = await read(entry);
      for (const credential of parsed.ok ? parsed.value.credentials : []) {
        const outcome = await checkConformance(credential, NO_NET);
        if (outcome.state === 'failed') failures.push(`${entry.file} ${JSON.stringify(outcome.problem)}`);
      }
    }
    expect(failures).toEqual([]);
  });
});
