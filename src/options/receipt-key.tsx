import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import type { OptionsWorld } from './world.ts';

/**
 * The thumbprint that shows that a receipt comes from here. `touchstone verify` prints the thumbprint of a receipt's
 * key.
 */
export function ReceiptKey({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const [thumbprint, setThumbprint] = useState<string | null>(null);
  useEffect(() => void world.receiptThumbprint().then(setThumbprint), [world]);
  return (
    <section>
      <h2>{say('options_receipts_title')}</h2>
      <p>{say('options_receipts_text')}</p>
      {thumbprint === null ? (
        <p class="note">{say('options_receipts_none')}</p>
      ) : (
        <p>
          <bdi dir="ltr">
            <code class="thumbprint" data-thumbprint="">
              {thumbprint}
            </code>
          </bdi>
        </p>
      )}
    </section>
  );
}
