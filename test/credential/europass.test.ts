/** European Digital Credentials, sealed in ways that are not carried: named, and sent to who can check them. */
import { describe, expect, it } from 'vitest';
import { card } from '../../src/present/card.ts';
import { problem } from '../../src/problem.ts';
import { inconclusive } from '../../src/verify/report.ts';
import { run } from '../cli/machine.ts';
import { item } from '../ui/made-up-items.ts';
import { say } from '../ui/voice.ts';

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made up -->
<europassCredential xmlns="http://data.europa.eu/snb" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
  id="urn:credential:00000000-0000-4000-8000-000000000001" xsdVersion="0.10.0">
  <title><text lang="en">Certificate of Looms</text></title>
  <ds:Signature><ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>
</europassCredential>`;
const ELM = {
  '@context': ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap'],
  type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
  id: 'urn:credential:00000000-0000-4000-8000-000000000002',
  issuer: { id: 'urn:epass:org:1', type: 'Organisation' },
  credentialSubject: { id: 'urn:epass:person:1', type: 'Person' },
};
const sealed = (payload: unknown): string =>
  JSON.stringify({
    payload: Buffer.from(JSON.stringify(payload)).toString('base64url'),
    signatures: [{ protected: 'eyJhbGciOiJFUzI1NiJ9', signature: 'AAAA' }],
  });
const told = async (text: string) => {
  const files = { x: text };
  const json = await run(['verify', 'x', '--json'], { files });
  const table = await run(['verify', 'x'], { files });
  return { exit: json.exit, items: JSON.parse(json.out).items, table: table.out.replace(/\s+/g, ' ') };
};

describe('a sealed European Digital Credential', () => {
  it.each([
    ['Europass XML', XML],
    ['ELM', sealed(ELM)],
    ['ELM', sealed({ ...ELM, '@context': [], type: ['EuropeanDigitalCredential'] })],
    ['ELM', sealed({ ...ELM, type: ['VerifiableCredential'] })],
  ])('in %s is named, not checked, and sent to the viewer that can', async (format, text) => {
    const { exit, items, table } = await told(text);
    expect(items).toMatchObject([{ status: 'not-checked', reason: 'europass-sealed' }]);
    expect(exit).toBe(2);
    expect(table).toContain(format);
    expect(table).toContain('europa.eu/europass/digital-credentials/viewer');
    expect(table).not.toContain('Untitled');
    expect(table).toContain('European Digital Credential');
  });

  it('links to the viewer on its card, and nothing else does', () => {
    const reason = 'europass-sealed';
    const shown = card(
      item({
        key: 'a',
        credential: null,
        verdict: { status: 'not-checked', standing: 'inconclusive', reason },
        outcomes: { proof: inconclusive(problem(reason, { params: { format: 'ELM' } })) },
      }),
      say,
    );
    expect(shown.viewer).toMatchObject({ host: 'europa.eu' });
    expect(card(item({ key: 'a', verdict: {} }), say).viewer).toBeNull();
  });

  it.each([
    ['another XML', XML.replace('http://data.europa.eu/snb', 'http://looms.example'), 'no-credential-found'],
    ['XML that only speaks of it', '<p>http://data.europa.eu/snb</p>', 'no-credential-found'],
    ['another sealed JSON', sealed({ '@context': 'https://schema.org', type: 'Invoice' }), 'unknown-format'],
    ['a seal over nothing', sealed(null), 'unknown-format'],
    ['an unsealed one, which anybody could have written', JSON.stringify(ELM), null],
  ])('is not %s', async (_, text, reason) => {
    const { items } = await told(text);
    expect(items[0].reason).not.toBe('europass-sealed');
    if (reason !== null) expect(items[0].reason).toBe(reason);
  });
});
