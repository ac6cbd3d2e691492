import type { DomainView } from '../present/domain.ts';
import { useSay } from './voice.ts';

/** A domain, shown literally. The registrable part stands out. Always left to right. */
export function Domain({ domain }: { readonly domain: DomainView }) {
  const say = useSay();
  return (
    <>
      <bdi class="domain" dir="ltr">
        {domain.before}
        <strong>{domain.registrable}</strong>
      </bdi>
      {domain.unicode !== null && (
        <span class="note warning">{say('ui_punycode', { name: domain.unicode })}</span>
      )}
    </>
  );
}
