/**
 * Issuers whose id is known to be theirs: data only, read by recognised.ts, held to its rules by
 * `scripts/recognised-issuers.mjs` and a test.
 *
 * An entry needs the id together with the name (docs/decisions.md#who-may-vouch). They must stand in two independent
 * public sources, in one badge signed under that id, or in a registry that admits members alone. Each source counts
 * once, by its kind and the day of its newest word. An entry is never deleted for its age. Its age is shown.
 */

/**
 * signed-badge: a badge signed under the id gives the name · baked-badge: a hosted badge baked by the platform names the
 * id · platform-data: the platform's own data give id and name · public-note: somebody else wrote id and name down ·
 * member-registry: the DCC member registry at commit 0798dd6, of whose 16 entries these are no tests or demonstrations.
 */
export type EvidenceKind =
  | 'signed-badge'
  | 'baked-badge'
  | 'platform-data'
  | 'public-note'
  | 'member-registry';

/** What kind of source says so, and when it last did (ISO date); null where the source bears no date. */
export type Evidence = readonly [kind: EvidenceKind, date: string | null];

export interface RecognisedIssuer {
  readonly name: string;
  /** Other names that it goes or went by. */
  readonly aka?: readonly string[];
  /** Further words by which readers know it. Nobody is recognised by them: they are for warnings alone. */
  readonly marks?: readonly string[];
  /** The registrable domain of its own. */
  readonly domain: string;
  /** One form of each id; the platform's aliases know the others. */
  readonly ids: readonly string[];
  readonly evidence: readonly Evidence[];
}

const credly = (uuid: string): string => `did:web:www.credly.com:api:v1:obi:v3:issuers:${uuid}`;

export const RECOGNISED_ISSUERS: readonly RecognisedIssuer[] = [
  {
    name: 'Amazon Web Services Japan G.K. (アマゾンウェブサービスジャパン合同会社)',
    domain: 'amazon.com',
    ids: [credly('10d3c9d4-366d-431c-a0d5-540e85269374')],
    evidence: [['signed-badge', '2025-06-25']],
  },
  {
    name: 'Amazon Web Services Training and Certification',
    marks: ['Amazon Web Services', 'AWS'],
    domain: 'amazon.com',
    ids: [credly('7b741b5c-231d-4925-8041-c64b6846f1c8')],
    evidence: [
      ['signed-badge', '2020-06-15'],
      ['signed-badge', '2023-12-01'],
      ['baked-badge', '2024-06-12'],
      ['platform-data', '2023-04-01'],
      ['platform-data', '2026-07-22'],
    ],
  },
  {
    name: 'Apple Inc.',
    marks: ['Apple'],
    domain: 'apple.com',
    ids: [credly('788b28ee-5610-4a65-83a5-69ea5c571914')],
    evidence: [
      ['baked-badge', '2024-11-26'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'ASIS International',
    domain: 'asisonline.org',
    ids: [credly('780a5807-d294-4ded-be0a-f8ae225f997b')],
    evidence: [
      ['platform-data', '2023-04-01'],
      ['public-note', '2026-09-20'],
    ],
  },
  {
    name: 'AXELOS',
    domain: 'axelos.com',
    ids: [credly('ace9f74c-e2b0-471c-bd25-e26f2323f7eb')],
    evidence: [
      ['baked-badge', '2023-05-24'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Broadcom',
    aka: ['VMware'],
    domain: 'broadcom.com',
    ids: [credly('480c2e9f-5f59-41a6-b22b-87114bad9590')],
    evidence: [
      ['signed-badge', '2023-07-23'],
      ['baked-badge', '2025-04-23'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Certiport',
    domain: 'pearsonvue.com',
    ids: [credly('e3cf6b4e-7d68-45e5-a9ae-b95d20f7cefd')],
    evidence: [
      ['baked-badge', '2021-05-07'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Cisco',
    domain: 'cisco.com',
    ids: [credly('74381078-44ac-4581-8471-36bd1ce495b7')],
    evidence: [
      ['signed-badge', '2023-10-07'],
      ['signed-badge', '2026-03-09'],
      ['baked-badge', '2023-09-10'],
      ['platform-data', '2023-04-01'],
      ['platform-data', '2025-09-28'],
      ['platform-data', '2026-07-22'],
      ['platform-data', '2026-09-20'],
    ],
  },
  {
    name: 'CompTIA',
    domain: 'comptia.org',
    ids: [credly('1a1a5349-437e-44ca-88a9-ba62712807e9')],
    evidence: [
      ['signed-badge', '2025-02-25'],
      ['signed-badge', '2025-09-15'],
      ['baked-badge', '2023-08-27'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Coursera',
    domain: 'coursera.org',
    ids: [credly('ede32dcc-9168-4563-9352-8725936d5231')],
    evidence: [
      ['signed-badge', '2024-06-25'],
      ['signed-badge', '2024-12-17'],
      ['baked-badge', '2023-09-01'],
      ['platform-data', '2023-04-01'],
      ['platform-data', '2025-05-20'],
    ],
  },
  {
    name: 'Digital Credentials Consortium',
    domain: 'mit.edu',
    ids: ['did:key:z6MktL8XGbuYv5f7hwf6hVyJkJWynNtNhcsXFYe9NJzjKHkW'],
    evidence: [['member-registry', '2026-06-02']],
  },
  {
    name: 'Fortinet',
    domain: 'fortinet.com',
    ids: [credly('7a0c01f6-cd8f-4757-8878-f64dd651c501')],
    evidence: [
      ['signed-badge', '2025-08-10'],
      ['baked-badge', '2023-10-21'],
      ['platform-data', '2025-09-28'],
      ['platform-data', '2026-07-22'],
    ],
  },
  {
    name: 'Georgia Tech Center for 21st Century Universities',
    marks: ['Georgia Tech', 'Georgia Institute of Technology'],
    domain: 'gatech.edu',
    ids: ['did:web:c21u.gatech.edu'],
    evidence: [['member-registry', '2026-06-02']],
  },
  {
    name: 'GitHub',
    domain: 'github.com',
    ids: [credly('63074953-290b-4dce-86ce-ea04b4187219')],
    evidence: [
      ['signed-badge', '2025-05-06'],
      ['baked-badge', '2024-06-03'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'GitLab',
    domain: 'gitlab.com',
    ids: [credly('85c527e3-2ce4-43f1-8f87-c51211cff41c')],
    evidence: [
      ['signed-badge', '2025-12-09'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Google Cloud',
    marks: ['Google'],
    domain: 'google.com',
    ids: [credly('5a57696a-0e08-45ee-93ed-8d59edb93b2d')],
    evidence: [
      ['signed-badge', '2024-09-08'],
      ['signed-badge', '2025-11-13'],
      ['baked-badge', '2022-11-02'],
    ],
  },
  {
    name: 'HashiCorp',
    domain: 'hashicorp.com',
    ids: [credly('b124df66-4f48-4e21-9ee9-9e3374ab8323')],
    evidence: [
      ['signed-badge', '2025-06-15'],
      ['signed-badge', '2025-07-05'],
      ['baked-badge', '2020-08-29'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'IBM',
    marks: ['International Business Machines'],
    domain: 'ibm.com',
    ids: [credly('d5a90a02-5fe7-4915-a42d-8273c91cab0f')],
    evidence: [
      ['signed-badge', '2025-12-19'],
      ['platform-data', '2023-04-01'],
      ['platform-data', '2026-09-20'],
    ],
  },
  {
    name: 'IBM SkillsBuild',
    domain: 'skillsbuild.org',
    ids: [credly('0a606914-fb59-4b71-beb6-c10e19ca726d')],
    evidence: [
      ['signed-badge', '2025-03-22'],
      ['signed-badge', '2026-04-17'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'ISACA',
    domain: 'isaca.org',
    ids: [credly('6e81e0b3-cc22-486f-821b-975f4e73bc6b')],
    evidence: [
      ['signed-badge', '2025-09-11'],
      ['baked-badge', '2022-04-14'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'ISC2',
    aka: ['(ISC)²'],
    domain: 'isc2.org',
    ids: [credly('8b818bfd-a192-4339-ae4c-daec7622cc24')],
    evidence: [
      ['signed-badge', '2024-11-16'],
      ['signed-badge', '2025-06-05'],
      ['baked-badge', '2023-10-28'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Isovalent',
    domain: 'isovalent.com',
    ids: [credly('6f640a21-8552-4b27-b02f-25c3a2588e17')],
    evidence: [
      ['signed-badge', '2024-01-11'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Juniper Networks',
    domain: 'juniper.net',
    ids: [credly('0418640c-ea05-4d84-a828-d992a73506eb')],
    evidence: [
      ['baked-badge', '2022-08-27'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Lightbend, Inc.',
    domain: 'lightbend.com',
    ids: [credly('fb3d27de-4f33-4ab5-a458-8ed2084a0212')],
    evidence: [
      ['signed-badge', '2022-08-30'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'McMaster University Digital Credentialing Pilot',
    marks: ['McMaster University'],
    domain: 'mcmaster.ca',
    ids: ['did:web:credentials.mcmaster.ca'],
    evidence: [['member-registry', '2026-06-02']],
  },
  {
    name: 'Microsoft',
    domain: 'microsoft.com',
    ids: [credly('1392f199-abe0-4698-92b5-834610af6baf')],
    evidence: [
      ['signed-badge', '2020-12-03'],
      ['signed-badge', '2022-05-21'],
      ['baked-badge', '2022-10-30'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Microsoft Global Channel Partner Sales (GCPS)',
    aka: ['Microsoft Global Partner Solutions (GPS)'],
    domain: 'microsoft.com',
    ids: [credly('51b3fa6d-3818-4bb7-9de4-3e39cbde79bd')],
    evidence: [
      ['signed-badge', '2026-03-01'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'MIT Jameel World Education Lab',
    domain: 'mit.edu',
    ids: ['did:key:z6MkmZYh1qm9S4MLYdrue8z6TSA2XVe9Zi49h4KRgASwbQf1'],
    evidence: [['member-registry', '2026-06-02']],
  },
  {
    name: 'MIT xPRO',
    marks: ['Massachusetts Institute of Technology'],
    domain: 'mit.edu',
    ids: [
      'did:web:digitalcredentials.odl.mit.edu',
      'did:key:z6Mkn6E3RLksUuArW6aPXWY6n9Wr5yhjTLEk7vUP448rmj7E',
    ],
    evidence: [['member-registry', '2026-06-02']],
  },
  {
    name: 'MongoDB',
    domain: 'mongodb.com',
    ids: [credly('4d8204e5-a5b5-41d4-8521-06be995c1404')],
    evidence: [
      ['signed-badge', '2026-06-13'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'New Relic',
    domain: 'newrelic.com',
    ids: ['did:web:api.accredible.com:v1:verifiable_credential:organizations:8133'],
    evidence: [['signed-badge', '2026-03-16']],
  },
  {
    name: 'Project Management Institute',
    marks: ['PMI'],
    domain: 'pmi.org',
    ids: [credly('f5f28d70-c006-4a88-8e63-3b312ee79c57')],
    evidence: [
      ['signed-badge', '2024-02-12'],
      ['baked-badge', '2016-01-07'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Python Institute',
    domain: 'pythoninstitute.org',
    ids: [credly('c7409151-9a58-49e6-bd62-04a2a687405d')],
    evidence: [
      ['baked-badge', '2023-05-14'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Red Hat',
    domain: 'redhat.com',
    ids: [credly('985f439b-3b51-4549-9c35-b38233ab7bef')],
    evidence: [
      ['signed-badge', '2025-05-05'],
      ['signed-badge', '2025-09-04'],
      ['baked-badge', '2023-03-30'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'SAS',
    marks: ['SAS Institute'],
    domain: 'sas.com',
    ids: [credly('899a666c-5653-43f5-9c29-2760a8b882fc')],
    evidence: [
      ['baked-badge', '2023-01-19'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Scrum.org',
    domain: 'scrum.org',
    ids: [credly('82559f49-ab19-43af-aa5f-db3a1cc8efa7')],
    evidence: [
      ['signed-badge', '2020-11-04'],
      ['baked-badge', '2023-08-11'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Security Blue Team',
    domain: 'securityblue.team',
    ids: [credly('73165749-029c-43cb-a7a6-5bd62c08c539')],
    evidence: [
      ['baked-badge', '2024-06-10'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Security Compass',
    domain: 'securitycompass.com',
    ids: [credly('0f381ae3-f9d3-4545-9e21-dcda99431713')],
    evidence: [
      ['platform-data', '2023-04-01'],
      ['platform-data', '2023-07-01'],
    ],
  },
  {
    name: 'SkillStorm',
    domain: 'skillstorm.com',
    ids: [credly('487d9b4a-3dd8-4b50-8d4e-f30db172ccfe')],
    evidence: [
      ['baked-badge', '2023-05-24'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Snowflake',
    domain: 'snowflake.com',
    ids: [credly('1a94bcfd-0f3d-4adb-97f4-e1c3c4e80a3c')],
    evidence: [
      ['baked-badge', '2023-08-27'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'Splunk',
    domain: 'splunk.com',
    ids: [credly('4b74de99-bfb3-4f61-a50e-a7a336f322e7')],
    evidence: [
      ['platform-data', '2023-04-01'],
      ['public-note', null],
    ],
  },
  {
    name: 'Tableau',
    domain: 'tableau.com',
    ids: [credly('70b95fbf-3d01-4c7c-b1d6-570286048f63')],
    evidence: [
      ['signed-badge', '2025-03-21'],
      ['baked-badge', '2021-05-16'],
      ['platform-data', '2023-04-01'],
    ],
  },
  {
    name: 'The Linux Foundation',
    marks: ['Linux Foundation', 'Cloud Native Computing Foundation'],
    domain: 'linuxfoundation.org',
    ids: [credly('f4b8d042-0072-4a1a-8d00-260b513026e8')],
    evidence: [
      ['signed-badge', '2024-06-13'],
      ['signed-badge', '2025-12-12'],
      ['baked-badge', '2025-05-20'],
      ['platform-data', '2023-04-01'],
      ['platform-data', '2025-08-21'],
    ],
  },
];

/**
 * Ids that some registry lists under a name that is not theirs: tenants of a wallet's own host, tests,
 * demonstrations, and keys with which anybody can have something signed. None may stand in the list above.
 */
export const NEVER_RAISED: readonly string[] = [
  'did:web:network.learncard.com:users:toefl2',
  'did:web:network.learncard.com:users:collegeboard2',
  'did:web:network.learncard.com:users:motlowstate2',
  'did:web:network.learncard.com:users:redwoodvalley2',
  'did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W',
  'did:key:z6MkuL7x2mTEoBmUuuaQ2hvEUd2YsEtmsHeX9JzqJZ8VYaVH',
  'did:key:z6MkqEwzA36k2PWsWpeQXjFMzT1PpZuVjZ9W9jd2ZGRb6JKr',
  'did:key:z6MkhVTX9BF3NGYX6cc7jWpbNnR7cAjH8LUffabZP8Qu4ysC',
  'did:key:z6MkiUrQooGc3QBsYoDvwGtEdHTaCsaD4zdAyZJsiKr8Lkss',
  'did:key:z6MkjSdgaUNWTQsH8RbkrNoxk98ZA2FHQsyEFEcHAEGhk3dB',
  'did:web:dibiho.org:TUM.Test',
  credly('e0e2733e-936d-462a-8af0-d14c5fa7fd1a'),
  credly('d62ce997-66f5-4fa7-9740-7600aedb5419'),
  credly('79e95240-a66b-461a-8d49-48cc8cf18e36'),
  credly('d9ac84e6-25d1-4596-ade1-ebf4bee68d7e'),
  credly('c366ce59-ed86-4e81-ab4e-2b1dd459a801'),
  credly('efa9e6c5-dd6b-427a-9baa-70c091b53eff'),
  credly('cf6959ce-5107-484d-a703-e4f9beb8f84d'),
  credly('adbb05be-a298-44ab-88c7-e7e11af5f345'),
  credly('d96362d6-0c80-4901-8b9d-aec91019408b'),
];
