/** The holes that verifiers of the field, or this one, have fallen into: each has a test here that is named after it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Named = readonly [file: string, name: string];

const PITFALLS: Readonly<Record<number, readonly [what: string, ...tests: readonly Named[]]>> = {
  1: [
    'a key read out of a URL fragment',
    [
      'verify/proof/data-integrity.test.ts',
      'pitfall 1: is never read out of the fragment of an https address',
    ],
  ],
  2: [
    'a did:key under an unrelated issuer; no controller',
    ['verify/proof/data-integrity.test.ts', 'pitfall 2: does not count for an issuer whom it does not name'],
    ['verify/proof/data-integrity.test.ts', 'pitfall 2: does not count without a controller'],
  ],
  3: [
    'a self-asserted jwk; a kid on any host',
    ['verify/proof/enveloping.test.ts', 'pitfall 3: whose key a token’s is'],
    ['verify/proof/enveloping.test.ts', 'a bare jwk that it does not publish is intact, not bound'],
    ['verify/proof/enveloping.test.ts', 'a kid on another host is intact, not bound'],
  ],
  4: [
    'alg none, HMAC with the public key, crit, b64, duplicate names, a private key',
    ['verify/proof/enveloping.test.ts', 'pitfall 4: a token’s header'],
    [
      'verify/proof/enveloping.test.ts',
      'signed by HMAC with the public key is refused before any key is looked at',
    ],
    ['verify/proof/enveloping.test.ts', 'with a private key in jwk is refused'],
    ['encoding/compact-jws.test.ts', 'refuses a header that names its algorithm twice'],
  ],
  5: [
    'claims of a token against the credential in it',
    ['verify/proof/enveloping.test.ts', 'pitfall 5: whose %s says %s contradicts itself'],
    ['verify/proof/enveloping.test.ts', 'pitfall 5: whose iss is somebody else than its issuer is not bound'],
  ],
  6: [
    'a hosted badge taken from a copy; scope',
    [
      'verify/proof/hosted.test.ts',
      'pitfall 6: an uploaded copy only names the address: what that serves is the record',
    ],
    ['verify/proof/hosted.test.ts', 'pitfall 6: a redirect off the issuer’s origin is out of scope'],
    ['verify/proof/hosted-scope.test.ts', 'pitfall 6: where an issuer may host'],
  ],
  7: [
    'a signed OB 2 badge as plain JSON; a foreign creator',
    ['verify/proof/hosted-kind.test.ts', 'pitfall 7: a SignedBadge offered as plain JSON is refused'],
    [
      'verify/proof/signed-ob2.test.ts',
      'pitfall 7: a creator that the profile does not list is intact, and not bound',
    ],
    [
      'verify/proof/signed-ob2.test.ts',
      'pitfall 7: a key whose owner is somebody else is key-owner-mismatch',
    ],
  ],
  8: [
    '404 is not revoked, 410 is, 5xx is neither',
    [
      'verify/proof/hosted-answer.test.ts',
      'pitfall 8: a 404 is not revoked, and not failed where private records may hide behind it',
    ],
    ['verify/proof/hosted-answer.test.ts', 'pitfall 8: 410 %s is revoked'],
    ['verify/proof/hosted-answer.test.ts', 'pitfall 8 and 20: %s leaves it open, never failed'],
  ],
  9: [
    'status lists',
    ['verify/status/revocation.test.ts', 'pitfall 9: every entry is looked at: the second one revokes'],
    ['verify/status/revocation.test.ts', 'pitfall 9: an unsigned list is not believed'],
    ['verify/status/revocation.test.ts', 'pitfall 9: an unknown type is status-unsupported, never passed'],
    ['verify/status/revocation.test.ts', 'pitfall 9: a gzip bomb stops at the cap'],
  ],
  10: [
    'contexts',
    ['verify/proof/data-integrity.test.ts', 'pitfall 10: what a document brings along'],
    ['json-ld/contexts.test.ts', 'pitfall 10: the contents of contexts'],
    ['verify/proof/respelling.test.ts', 'a name that shares its meaning with another one'],
  ],
  11: [
    'chains, purposes, ends of proofs; malformed signatures and points',
    ['verify/proof/data-integrity.test.ts', 'pitfall 11: a missing previous proof'],
    ['verify/proof/enveloping.test.ts', 'pitfall 11: in DER instead of r‖s is refused'],
    ['verify/proof/ed25519-rules.test.ts', 'pitfall 11: S equal to the order'],
    ['verify/proof/ed25519-rules.test.ts', 'pitfall 11: R of small order'],
  ],
  12: [
    'not supported and not resolvable are not bad',
    ['verify/proof/data-integrity.test.ts', 'pitfall 12: an unknown suite'],
    [
      'verify/proof/data-integrity.test.ts',
      'pitfall 12: cannot be looked up after %s, which is no bad signature',
    ],
  ],
  13: [
    'registries: by id, never by name',
    ['verify/check/issuer-trust.test.ts', 'pitfall 13: an issuer is recognised by its id, never by its name'],
  ],
  14: [
    'caches that leak',
    ['verify/proof/data-integrity.test.ts', 'pitfall 14: nothing leaks from one credential into the next'],
    [
      'verify/status/revocation.test.ts',
      'pitfall 14: what is kept for one address never answers for another',
    ],
  ],
  15: [
    'dates',
    ['verify/check/validity-period.test.ts', 'pitfall 15: instants are compared, never texts'],
    ['credential/date.test.ts', 'readDate'],
  ],
  16: [
    'did:web',
    ['verify/key/did-web.test.ts', 'pitfall 16: the address of a did:web document'],
    [
      'verify/proof/data-integrity.test.ts',
      'pitfall 16: is nobody’s where the did:web document carries another id',
    ],
  ],
  17: [
    'images',
    ['encoding/baked.test.ts', 'says of a bomb that it is one'],
    ['encoding/baked.test.ts', 'refuses two different texts under one keyword, and takes the same one twice'],
    ['encoding/baked.test.ts', 'reads UTF-8 that a baker put into tEXt, and Latin-1 where it is Latin-1'],
    ['encoding/baked.test.ts', 'expands no entity of the document, and fetches none'],
    ['encoding/baked.test.ts', 'refuses a file that ends too soon, wherever it ends'],
  ],
  18: [
    'hostile documents; a context that includes itself; __proto__',
    ['verify/proof/data-integrity.test.ts', 'pitfall 18: hostile documents'],
    ['json-ld/contexts.test.ts', 'pitfall 18: a context that includes %s is refused by name'],
    [
      'verify/proof/data-integrity.test.ts',
      'an own __proto__ that slipped past the reader does not hide a change',
    ],
    ['encoding/json.test.ts', 'takes 64 levels and refuses 65, or 100,000, without running out of stack'],
  ],
  19: [
    'a name that the badge gives itself',
    [
      'verify/check/issuer-trust.test.ts',
      'pitfall 19: a name other than the listed one is warned about, however well it is listed',
    ],
  ],
  20: [
    'an answer of another shape is no failure',
    ['verify/proof/hosted-answer.test.ts', 'pitfall 8 and 20: %s leaves it open, never failed'],
  ],
  21: [
    'hosts that strangers share',
    ['verify/proof/shared-hosts.test.ts', 'pitfall 21: a hosted badge on a host that strangers share'],
    ['verify/proof/hosted-scope.test.ts', 'pitfall 21: where an issuer on a shared host may host'],
  ],
  22: [
    'a redirect that leaves what the issuer named',
    ['verify/proof/shared-hosts.test.ts', 'pitfall 22: a redirect that leaves what the issuer named'],
  ],
  23: [
    'the form of Open Badges 1 against an issuer of 2.0',
    [
      'verify/proof/shared-hosts.test.ts',
      'pitfall 23: a badge in the form of Open Badges 1, signed with a key of the writer’s own choice',
    ],
  ],
  24: [
    'a status list that is itself withdrawn',
    ['verify/status/believed-lists.test.ts', 'pitfall 24: a list that is itself withdrawn'],
  ],
  25: [
    'a status list that somebody else answers with; a broken one in place of a good one',
    ['verify/status/believed-lists.test.ts', 'pitfall 25: a list that somebody else answers with'],
    ['verify/status/believed-lists.test.ts', 'as %s leaves the good one that was kept in its place'],
  ],
  26: [
    'a refreshed copy that clears a revocation',
    ['verify/check/refreshed-copy.test.ts', 'pitfall 26: a copy that a refresh service answers with'],
  ],
  27: [
    'a revoked key by choice of header',
    ['verify/key/ended-keys.test.ts', 'pitfall 27: a key that one of the issuer’s documents has ended'],
    ['verify/key/ended-keys.test.ts', 'by the authority’s set is ended where that lists it once more %s'],
    [
      'verify/proof/signed-ob2.test.ts',
      'pitfall 27: is %s where its profile lists the key elsewhere as such',
    ],
  ],
  28: [
    'a host’s keys for its tenants',
    ['verify/key/ended-keys.test.ts', 'pitfall 28: a host’s set of keys, on a host that strangers share'],
  ],
  29: [
    'one method written twice',
    ['verify/key/ended-keys.test.ts', 'pitfall 29: a method that a document writes twice'],
  ],
  30: [
    'an endorsement by nobody known, ended, or by the issuer',
    ['verify/check/endorsements.test.ts', 'pitfall 30: whose endorsement counts'],
  ],
  31: [
    'a presentation judged as a credential, its presenter as an issuer',
    [
      'cli/presentations.test.ts',
      'that nobody signed has no row: its rows are the credentials in it, and the exit code is theirs',
    ],
    [
      'cli/presentations.test.ts',
      'with a presenter whom nobody recognises leaves the standing of what is in it alone',
    ],
  ],
  32: [
    'a 410 that says revoked, taken for a page that is gone',
    [
      'resolve/alternate.test.ts',
      'that says of its record that it is revoked has the reason, though no pattern knows it',
    ],
    ['resolve/resolve.test.ts', 'that is gone gives the reason that its platform gives'],
  ],
  33: [
    'a DID asked in place of the issuer’s own metadata',
    [
      'verify/key/jwt-vc-issuer-metadata.test.ts',
      'is asked first, and its keys are the issuer’s whatever they are called',
    ],
  ],
  34: [
    'a dictionary of reasons that is not understood',
    [
      'verify/status/ob2-revocation-list.test.ts',
      'whose uid is not in the dictionary of reasons it is not revoked: %j',
    ],
    ['verify/status/ob2-revocation-list.test.ts', 'what is no dictionary of reasons leaves it open: %j'],
  ],
  35: [
    'a sealed credential of another world called none',
    ['credential/europass.test.ts', 'in %s is named, not checked, and sent to the viewer that can'],
  ],
  36: [
    'a platform’s vocabulary that is not at hand',
    ['cli/platform-contexts.test.ts', 'of %s is verified, and a changed one has failed'],
    ['cli/platform-contexts.test.ts', 'in a vocabulary that is not at hand says which one is missing'],
  ],
  37: [
    'a badge for nothing; an assertion in other words than Open Badges’',
    ['credential/shape/ob3-defects.test.ts', 'each of several subjects has an achievement'],
    ['verify/proof/hosted-parts.test.ts', 'is not %s: then nothing is confirmed'],
  ],
  38: [
    'types that nothing maps, null ids, bare tokens',
    ['credential/shape/vc-defects.test.ts', 'that %s are a defect'],
    ['credential/shape/vc-defects.test.ts', '%s may be left out, and is never null'],
    [
      'cli/presentations.test.ts',
      'of this data model that holds a bare token is not in its form; the token is looked at all the same',
    ],
  ],
  39: [
    'an inlined part that contradicts the served one',
    ['verify/proof/hosted-parts.test.ts', 'in its %s asks for caution, and says where'],
  ],
  40: [
    'a fault of form that accuses the holder',
    ['verify/judge-codes.test.ts', 'has failed with its reason, and asks for caution: without %s'],
  ],
  41: [
    'text that shows another thing than it is',
    ['present/plain-text.test.ts', '%s is shown as what can be seen of it'],
    ['present/markdown.test.ts', 'name the host that a link leads to where its words do not: %s'],
  ],
  42: [
    'the lesser of two reasons told first',
    ['verify/judge-codes.test.ts', 'the %s leads before the form'],
    ['verify/proof/proof-set.test.ts', 'points at the proof that fails, wherever the one that holds stands'],
  ],
  43: [
    'an endorsement of what another has made, carried by a badge of somebody’s own',
    ['verify/check/endorsements.test.ts', 'pitfall 43: an endorsement of what another has made'],
    [
      'verify/check/endorsements.test.ts',
      'counts nothing while nobody can tell whether the issuer is who it says',
    ],
  ],
  44: [
    'a hosted record that says neither yes nor no of its withdrawal',
    ['verify/proof/hosted-answer.test.ts', 'pitfall 44: that says %j may be revoked, and is never good'],
  ],
  46: [
    'a name or host in letters of another script that are drawn as Latin ones',
    [
      'verify/trust/issuer-identity.test.ts',
      'a domain made to be taken for another, or a name at a domain not its own: %s, %s',
    ],
  ],
  47: [
    'a graph that a forger signs in the name of somebody recognised',
    ['verify/forged.test.ts', 'pitfall 47: a graph signed by a forger is not the victim’s'],
  ],
  48: [
    'a token that a forger signs in the name of somebody recognised',
    ['verify/forged.test.ts', 'pitfall 48: a token signed by a forger is not the victim’s'],
    ['verify/forged.test.ts', 'which may have ended is never good: %s'],
  ],
  49: [
    'documents about the keys of somebody recognised; a DID that says that it is deactivated',
    ['verify/forged.test.ts', 'pitfall 49: documents about a victim’s keys'],
  ],
  50: [
    'a hosted badge that a forger serves, or shows, in the name of somebody recognised',
    ['verify/forged-hosted.test.ts', 'pitfall 50: a record on a forger’s host is not the victim’s'],
    ['verify/forged-hosted.test.ts', 'a copy in hand says nothing that its address does not'],
    ['verify/forged-hosted.test.ts', 'a signed badge needs a key that the victim lists'],
  ],
  51: [
    'an end or a status beside the claim vc',
    ['verify/forged-tokens.test.ts', 'pitfall 51: a token is not good that says of its end'],
  ],
  52: [
    'a name in a page that reads like the platform’s own record',
    [
      'resolve/award.test.ts',
      'pitfall 52: believes neither of two states, for what a learner is called may read like one',
    ],
  ],
  53: [
    'a proof that speaks for the record of another proof',
    ['verify/forged.test.ts', 'pitfall 53: a proof speaks for the record that it covers, and for no other'],
  ],
  54: [
    'a receipt of anybody’s own making that reads like a finding',
    ['report/receipt.test.ts', 'reads a receipt out, and takes what it records for no finding of its own'],
  ],
  45: [
    'a badge of another in a record of one’s own',
    ['verify/within.test.ts', 'pitfall 45: a badge of another in a record of one’s own'],
  ],
};

/** Whether a source has a live test, describe or row of this name. */
function isNamedIn(file: string, name: string): boolean {
  const source = readFileSync(join(import.meta.dirname, file), 'utf8');
  const at = source.indexOf(`'${name}'`);
  return at >= 0 && !/\.(?:skip|todo)\(\s*$/.test(source.slice(0, at));
}

describe('the pitfalls', () => {
  it('are all here', () => {
    expect(Object.keys(PITFALLS).map(Number)).toEqual(Array.from({ length: 54 }, (_, index) => index + 1));
  });

  it.each(Object.entries(PITFALLS))('%s: each has its tests', (_number, [what, ...tests]) => {
    expect(tests.length, what).toBeGreaterThan(0);
    for (const [file, name] of tests) expect(isNamedIn(file, name), `${file}: ${name}`).toBe(true);
  });
});
