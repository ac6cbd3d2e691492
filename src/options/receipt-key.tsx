import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import type { OptionsWorld } from './world.ts';

/** By which a receipt is known to come from here: whoever has one reads its key's thumbprint off `touchstone verify`. */
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
