/** The library as it is built, which is what people run. */
import { expect, type Inputs, type Work } from '../inputs.ts';

interface Library {
  createVerifier(): {
    verify(input: string | object): Promise<{ readonly items: readonly { readonly status: string }[] }>;
  };
}

export async function touchstone({ credentials, good }: Inputs): Promise<Work> {
  const built = new URL('../lib/node.js', import.meta.url).href;
  const library: Library = await import(/* @vite-ignore */ built);
  const verifier = library.createVerifier();
  return async () => {
    for (const credential of credentials) {
      const { items } = await verifier.verify(credential);
      expect(
        items.length > 0 && items.every(({ status }) => (status === 'signature-verified') === good),
        'touchstone',
      );
    }
  };
}
