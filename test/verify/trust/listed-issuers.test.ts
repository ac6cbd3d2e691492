import { expect, it } from 'vitest';
import { hosting } from '../../../src/provider/hosting.ts';
import { listedIssuers } from '../../../src/verify/trust/listed-issuers.ts';
import { fakeNet } from '../../fake/net.ts';

const UUID = '00000000-1111-4222-8333-444444444444';
const LIST = listedIssuers(
  [
    { id: 'https://badges.uni.example/issuer', name: 'University' },
    { id: `https://api.credly.com/v1/obi/v2/issuers/${UUID}`, name: 'Small School' },
  ],
  hosting.sameRecord,
);

it.each([
  ['https://badges.uni.example/issuer', 'University'],
  ['https://BADGES.uni.example:443/issuer', 'University'],
  ['https://badges.uni.example/issuer/', undefined],
  [`https://www.credly.com/api/v1/obi/v2/issuers/${UUID}`, 'Small School'],
  [`did:web:www.credly.com:api:v1:obi:v3:issuers:${UUID}`, 'Small School'],
  [`https://credly.example/api/v1/obi/v2/issuers/${UUID}`, undefined],
])('of a list with one form of each id, %s is %s', async (id, name) => {
  const found = await LIST.lookUp(id, fakeNet());
  expect(found.ok && found.value[0]?.name).toBe(name);
});
