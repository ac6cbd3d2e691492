import { useSay } from './voice.ts';

interface PictureWordsProps {
  readonly words: string;
  /** The box that they stand in; what does not fit into it ends in "…". */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** At the end of the box, where the reader's language begins at its start. */
  readonly atEnd?: boolean;
}

/** Words in a picture. They are laid out as HTML: SVG has no "…" of its own, and letters of each script are as wide as they are. */
export function PictureWords({ words, x, y, width, atEnd = false }: PictureWordsProps) {
  const say = useSay();
  return (
    <foreignObject x={x} y={y} width={width} height="16">
      <div
        class="picture-words"
        dir={say('language_direction') === 'rtl' ? 'rtl' : 'ltr'}
        data-at-end={atEnd ? '' : undefined}
      >
        <p dir="auto" title={words}>
          {words}
        </p>
      </div>
    </foreignObject>
  );
}
