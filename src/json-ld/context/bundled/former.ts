// Published JSON-LD contexts, byte for byte as their publishers serve them. `sha256` is the digest of those bytes.
// What usual addresses served before, and drafts. They are read where the present content gives a wrong signature.
import _jff_vc_edu_plugfest_1 from './jff-vc-edu-plugfest-1.json?raw';
import _ob_v3p0_3_0_0 from './ob-v3p0-3.0.0.json?raw';
import _ob_v3p0_3_0_1_2023_02_06 from './ob-v3p0-3.0.1-2023-02-06.json?raw';
import _ob_v3p0_3_0_3_2023_12_13 from './ob-v3p0-3.0.3-2023-12-13.json?raw';
import _ob_v3p0_3_0_3_2024_01_24 from './ob-v3p0-3.0.3-2024-01-24.json?raw';
import _ob_v3p0_3_0_3_with_jti from './ob-v3p0-3.0.3-with-jti.json?raw';
import { type Snapshot, snapshot } from './snapshot.ts';

export const FORMER = {
  'jff-vc-edu-plugfest-1': snapshot({ name: 'jff-vc-edu-plugfest-1', sha256: '3bc63c2ac768b6c3ae9a1beeb2564b3156b47c4a3ffae1ae49b553d3664f2749', text: _jff_vc_edu_plugfest_1 }),
  'ob-v3p0-3.0.0': snapshot({ name: 'ob-v3p0-3.0.0', sha256: 'b077fa134d909d92c1dcd1c153f2af1b244aeb415967fdc1467d7fc5dd48ac10', text: _ob_v3p0_3_0_0 }),
  'ob-v3p0-3.0.1-2023-02-06': snapshot({ name: 'ob-v3p0-3.0.1-2023-02-06', sha256: 'dfbb074090394c2315b31eab532b8eec5aa11b147da879849eeff9fc381e9ee2', text: _ob_v3p0_3_0_1_2023_02_06 }),
  'ob-v3p0-3.0.3-2023-12-13': snapshot({ name: 'ob-v3p0-3.0.3-2023-12-13', sha256: 'c3ce8c088478065f19e1c926b8b0eff5ebfde3b68d071c7c0dcc63d31a859c1d', text: _ob_v3p0_3_0_3_2023_12_13 }),
  'ob-v3p0-3.0.3-2024-01-24': snapshot({ name: 'ob-v3p0-3.0.3-2024-01-24', sha256: 'dea144f0eca8b7c56b1234be1cfc9dd082cd072385420a682bdb204b8c04c9f3', text: _ob_v3p0_3_0_3_2024_01_24 }),
  'ob-v3p0-3.0.3-with-jti': snapshot({ name: 'ob-v3p0-3.0.3-with-jti', sha256: '3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84', text: _ob_v3p0_3_0_3_with_jti }),
} as const satisfies Record<string, Snapshot>;
