import { useState } from 'preact/hooks';
import type { ImageView } from '../present/image.ts';

/**
 * The badge's picture where there is one, its initials otherwise. It stands beside its title, so it needs no words.
 */
export function BadgeImage({ image }: { readonly image: ImageView }) {
  const [broken, setBroken] = useState(false);
  if (image.src === null || broken) {
    return (
      <span class="badge-image badge-initials" aria-hidden="true">
        {image.initials}
      </span>
    );
  }
  return <img class="badge-image" src={image.src} alt="" decoding="async" onError={() => setBroken(true)} />;
}
