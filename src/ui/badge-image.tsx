import { useState } from 'preact/hooks';
import type { ImageView } from '../present/image.ts';

interface BadgeImageProps {
  readonly image: ImageView;
}

/**
 * The badge's picture where there is one, its initials otherwise. It stands beside its title, so it needs no words.
 */
export const BadgeImage = ({ image }: BadgeImageProps) =>
  image.src === null ? initials(image) : <Picture image={image} />;

function Picture({ image }: BadgeImageProps) {
  const [broken, setBroken] = useState(false);
  if (image.src === null || broken) return initials(image);
  return <img class="badge-image" src={image.src} alt="" decoding="async" onError={() => setBroken(true)} />;
}

const initials = (image: ImageView) => (
  <span class="badge-image badge-initials" aria-hidden="true">
    {image.initials}
  </span>
);
