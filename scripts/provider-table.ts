/** The table in docs/providers.md of providers, made from the registry so that it cannot say more than the code does. */
import type { LinkShape, Provider, ProviderGroup, Route } from '../src/provider/provider.ts';

const GROUPS: Readonly<Record<ProviderGroup, string>> = {
  technology: 'technology company',
  'learning-platform': 'learning platform',
  university: 'university',
  association: 'industry association',
  'badge-platform': 'badge platform or wallet',
};

const WAYS: Readonly<Record<Route['via'], string>> = {
  record: 'record',
  pointer: 'record, by way of the passport',
  award: 'platform’s record',
  api: 'platform’s data',
  list: 'list of a person',
  direct: 'the link’s own document',
  page: 'page',
  follow: '',
  none: '',
};

const isReadInView = ({ kind, anyHost, routes }: LinkShape): boolean =>
  kind === 'credential' &&
  !anyHost &&
  routes.some((route) => route.via === 'none' && route.code === 'reading-not-allowed');

/** How its links are answered, best way first. */
function ways({ shapes, through }: Provider): string {
  const own = Object.keys(WAYS).filter((via) =>
    shapes.some(({ routes }) => routes.some((route) => route.via === via)),
  );
  const named = own.map((via) => WAYS[via as Route['via']]).filter((way) => way !== '');
  if (named.length === 0 && shapes.some(isReadInView)) named.push('page, only where it is open');
  const others = (through ?? []).map((id) => `through ${id}`);
  return [...named, ...others].join(', ') || 'not asked';
}

const detected = ({ shapes, through }: Provider): string => {
  if (shapes.length === 0) return (through ?? []).length > 0 ? 'through it' : 'no';
  return shapes.some(({ anyHost }) => anyHost) ? 'on any host' : 'yes';
};

/** Markdown, one row a provider, by kind. */
export function providerTable(providers: readonly Provider[]): string {
  const order = Object.keys(GROUPS);
  const sorted = [...providers].sort(
    (one, other) =>
      order.indexOf(one.group) - order.indexOf(other.group) || one.name.localeCompare(other.name, 'en'),
  );
  return [
    '| Provider | Kind | Detected | Asked for | Best status | Note |',
    '|---|---|---|---|---|---|',
    ...sorted.map(
      (provider) =>
        `| ${provider.name} | ${GROUPS[provider.group]} | ${detected(provider)} | ${ways(provider)} | ${provider.ceiling} | ${provider.note ?? ''} |`,
    ),
  ].join('\n');
}
