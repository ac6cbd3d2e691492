import { describe, expect, test } from 'vitest';
import { achievement, badgeClass, ob2, ob3, subject, vc } from '../build/samples.ts';
import { readOne } from './reading.ts';

describe('endorsements', () => {
  test('endorsements of credential, issuer and achievement are kept, JSON and JWT', async () => {
    const of = (id: string) => vc({ id, type: ['VerifiableCredential', 'EndorsementCredential'] });
    const credential = await readOne(
      ob3({
        endorsement: of('urn:e:1'),
        endorsementJwt: ['a.b.c'],
        issuer: { id: 'https://i.example', type: 'Profile', endorsement: [of('urn:e:2')] },
        credentialSubject: subject({ achievement: achievement({ endorsement: [of('urn:e:3')] }) }),
      }),
    );
    const ids = credential.endorsements.map(({ value, at }) => [
      typeof value === 'string' ? value : value.id,
      at,
    ]);
    expect(ids).toEqual([
      ['urn:e:1', '/endorsement'],
      ['a.b.c', '/endorsementJwt/0'],
      ['urn:e:2', '/issuer/endorsement/0'],
      ['urn:e:3', '/credentialSubject/achievement/endorsement/0'],
    ]);
  });

  test('an endorsement may be about what carries it; that of the whole about all that is in it', async () => {
    const ISSUER = 'https://issuer.example.org/profile';
    const OURS = 'https://issuer.example.org/achievements/1';
    const of = (id: string) => vc({ id, type: ['VerifiableCredential', 'EndorsementCredential'] });
    const creator = { id: 'https://c.example', type: 'Profile', endorsement: of('urn:e:4') };
    const credential = await readOne(
      ob3({
        endorsement: of('urn:e:1'),
        issuer: { id: ISSUER, type: ['Profile'], name: 'n', endorsement: of('urn:e:2') },
        credentialSubject: [subject({ achievement: [achievement({ endorsement: of('urn:e:3'), creator })] })],
      }),
    );
    expect(credential.endorsements.map(({ at, about }) => [at, about])).toEqual([
      ['/endorsement', [ob3().id, ISSUER, OURS, 'https://c.example']],
      ['/issuer/endorsement', [ISSUER]],
      ['/credentialSubject/0/achievement/0/endorsement', [OURS]],
      ['/credentialSubject/0/achievement/0/creator/endorsement', ['https://c.example']],
    ]);
  });

  test('are texts and objects, about what has an id', async () => {
    const { id: _id, ...nameless } = achievement({
      endorsement: [7, null, { type: 'Endorsement' }, 'a.b.c'],
    });
    const { endorsements } = await readOne(ob3({ credentialSubject: subject({ achievement: nameless }) }));
    expect(endorsements.map(({ at, about }) => [at, about])).toEqual([
      ['/credentialSubject/achievement/endorsement/2', []],
      ['/credentialSubject/achievement/endorsement/3', []],
    ]);
    const badge = badgeClass({ endorsement: [false, 'a.b.c'] });
    expect((await readOne(ob2({ badge }))).endorsements.map(({ at }) => at)).toEqual([
      '/badge/endorsement/1',
    ]);
  });
});
