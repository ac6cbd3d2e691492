/** Hosts that must not pass for a credential's: names that imitate a platform, and servers of decorative shields. */
import { lazy } from '../lazy.ts';
import { ACCREDIBLE_HOSTS } from '../provider/host-owners.ts';
import { PROVIDERS } from '../provider/registry/index.ts';

/** Characters that look alike in common typefaces. URL parsing has made everything lower-case already. */
const ALIKE: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', i: 'l', '5': 's', '3': 'e', '4': 'a' };
const skeleton = (name: string): string =>
  name
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/[01i534]/g, (letter) => ALIKE[letter] ?? letter);

/** Labels that honest hosts have too. They name a platform only together with what follows them. */
const EVERYDAY: ReadonlySet<string> = new Set([
  'credential',
  'skills',
  'europa',
  'amazonaws',
  'verified',
  'openbadges',
  'bestr',
  'scrum',
  'mit',
  'harvard',
]);

/** The name by which people know a platform: `credly` of `https://*.credly.com/*`, `credential.net` whole. */
function brandOf(pattern: string): string {
  const labels = pattern
    .replace(/^https:\/\/(?:\*\.)?/, '')
    .replace(/\/\*$/, '')
    .split('.');
  const label = labels.at(-2) ?? '';
  return EVERYDAY.has(label) || label.length < 5 ? labels.slice(-2).join('.') : label;
}

const BRANDS = lazy((): readonly string[] => [
  ...new Set(
    PROVIDERS.flatMap(({ hosts, shapes }) => [
      ...hosts,
      ...shapes.filter(({ anyHost }) => !anyHost).flatMap(({ examples }) => examples.map(hostPattern)),
    ])
      .map(brandOf)
      .map(skeleton),
  ),
]);

/** Organisations of which the registry lists one host. They show other awards at other hosts of theirs. */
const OWNERS: readonly string[] = ['harvard.edu', 'mit.edu', ...ACCREDIBLE_HOSTS.map(({ domain }) => domain)];

function hostPattern(example: string): string {
  return `https://${URL.canParse(example) ? new URL(example).hostname : ''}/*`;
}

/**
 * True for a host that imitates a platform: it has the platform's name, something that looks like it, or a punycode
 * label. Examples: `credly.com.evil.example`, `edx-org.evil.example`, `credIy.com`, `xn--crdly-w2e.com`. Asked only of
 * hosts that no provider owns.
 */
export function isLookAlike(host: string): boolean {
  if (host.split('.').some((label) => label.startsWith('xn--'))) return true;
  if (OWNERS.some((domain) => host.endsWith(`.${domain}`))) return false;
  const bones = skeleton(host);
  const dotted = `.${bones.replaceAll('-', '.')}.`;
  return BRANDS().some((brand) =>
    brand.includes('.') ? dotted.includes(`.${brand}.`) : bones.includes(brand),
  );
}

const SHIELD_HOSTS =
  /(?:^|\.)(?:shields\.io|badgen\.net|fury\.io|codecov\.io|coveralls\.io|travis-ci\.(?:org|com)|circleci\.com|codacy\.com|codefactor\.io|codeclimate\.com|sonarcloud\.io|snyk\.io|readthedocs\.(?:org|io)|seeyoufarm\.com|appveyor\.com|david-dm\.org|gitter\.im|packagist\.org|poser\.pugx\.org|pkg\.go\.dev|goreportcard\.com|zenodo\.org|deepsource\.io|bestpractices\.dev|forthebadge\.com|hits\.sh|komarev\.com|visitor-badge\.laobi\.icu|vercel\.app)$/;

/** True for the decorative badges of software projects: build state, licence, number of visitors. */
export function isShield(url: URL): boolean {
  return SHIELD_HOSTS.test(url.hostname) || /\/workflows\/.*badge\.svg$/.test(url.pathname);
}
