// Published JSON-LD contexts, byte for byte as their publishers serve them. `sha256` is the digest of those bytes.
// Most credentials name these. They come as text, because the worker needs only a few of them, and parses those.
import _bitstring_status_list_v1 from './bitstring-status-list-v1.json?raw';
import _clr_v2p0 from './clr-v2p0.json?raw';
import _clr_v2p0_2_0_1 from './clr-v2p0-2.0.1.json?raw';
import _credentials_v1 from './credentials-v1.json?raw';
import _credentials_v2 from './credentials-v2.json?raw';
import _data_integrity_v1 from './data-integrity-v1.json?raw';
import _data_integrity_v2 from './data-integrity-v2.json?raw';
import _ed25519_2020_v1 from './ed25519-2020-v1.json?raw';
import _multikey_v1 from './multikey-v1.json?raw';
import _ob_v3p0_3_0_1 from './ob-v3p0-3.0.1.json?raw';
import _ob_v3p0_3_0_2 from './ob-v3p0-3.0.2.json?raw';
import _ob_v3p0_3_0_3 from './ob-v3p0-3.0.3.json?raw';
import _ob_v3p0_extensions from './ob-v3p0-extensions.json?raw';
import _status_list_2021_v1 from './status-list-2021-v1.json?raw';
import { type Snapshot, snapshot } from './snapshot.ts';

export const USUAL = {
  'bitstring-status-list-v1': snapshot({ name: 'bitstring-status-list-v1', sha256: 'fda5add353231e6a6884a46b12e6c75464281900cb348284d9c360f62381d9f7', text: _bitstring_status_list_v1 }),
  'clr-v2p0': snapshot({ name: 'clr-v2p0', sha256: 'e198d7b517d74c5036434ce495086f67b10244709e9a3df9dcb7f8b1579b6167', text: _clr_v2p0 }),
  'clr-v2p0-2.0.1': snapshot({ name: 'clr-v2p0-2.0.1', sha256: '880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6', text: _clr_v2p0_2_0_1 }),
  'credentials-v1': snapshot({ name: 'credentials-v1', sha256: 'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc', text: _credentials_v1 }),
  'credentials-v2': snapshot({ name: 'credentials-v2', sha256: '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734', text: _credentials_v2 }),
  'data-integrity-v1': snapshot({ name: 'data-integrity-v1', sha256: 'b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554', text: _data_integrity_v1 }),
  'data-integrity-v2': snapshot({ name: 'data-integrity-v2', sha256: '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4', text: _data_integrity_v2 }),
  'ed25519-2020-v1': snapshot({ name: 'ed25519-2020-v1', sha256: 'b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588', text: _ed25519_2020_v1 }),
  'multikey-v1': snapshot({ name: 'multikey-v1', sha256: 'ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597', text: _multikey_v1 }),
  'ob-v3p0-3.0.1': snapshot({ name: 'ob-v3p0-3.0.1', sha256: 'd582f3564282fb3b709136d28412e78e70b678b4dbc2f0221f67d84932748355', text: _ob_v3p0_3_0_1 }),
  'ob-v3p0-3.0.2': snapshot({ name: 'ob-v3p0-3.0.2', sha256: '00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53', text: _ob_v3p0_3_0_2 }),
  'ob-v3p0-3.0.3': snapshot({ name: 'ob-v3p0-3.0.3', sha256: 'ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761', text: _ob_v3p0_3_0_3 }),
  'ob-v3p0-extensions': snapshot({ name: 'ob-v3p0-extensions', sha256: '146f85aa16effd7ca1da8056eb443f53ce1eca8a34186cb062832c0a97d889c3', text: _ob_v3p0_extensions }),
  'status-list-2021-v1': snapshot({ name: 'status-list-2021-v1', sha256: '6dd06a52bedb771e059c1083ba8ba7848dce22f6b4a8cfa0b98ba3fc188870e4', text: _status_list_2021_v1 }),
} as const satisfies Record<string, Snapshot>;
