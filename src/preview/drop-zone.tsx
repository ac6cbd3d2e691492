import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Asked } from '../recognise/asked.ts';
import { useSay } from '../ui/voice.ts';
import { readFiles } from './files.ts';

interface DropZoneProps {
  readonly onAsked: (asked: readonly Asked[]) => void;
}

const ACCEPT =
  '.png,.svg,.json,.jsonld,.jwt,.jws,.txt,.pdf,image/*,application/json,application/pdf,application/vc,text/plain';

/**
 * Takes files that are dropped anywhere on the page, pasted or chosen. It also takes links and texts that are dragged
 * here.
 */
export function DropZone({ onAsked }: DropZoneProps) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = async (files: readonly File[]): Promise<void> => {
    const read = await readFiles(files);
    setRefused(read.refused);
    if (read.asked.length > 0) onAsked(read.asked);
  };
  const given = useRef(take);
  given.current = take;
  const giveText = useRef(onAsked);
  giveText.current = onAsked;

  // Registered before the first paint: a file dropped earlier would open in place of the page.
  useLayoutEffect(() => {
    const owner = new AbortController();
    const { signal } = owner;
    const enter = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const receive = (event: DragEvent): void => {
      // Otherwise the browser would open the file in place of this page.
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const text =
        event.dataTransfer?.getData('text/uri-list') || event.dataTransfer?.getData('text/plain') || '';
      if (files.length > 0) void given.current(files);
      else if (text.trim() !== '') giveText.current([{ kind: 'text', text }]);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) void given.current(files);
    };
    document.addEventListener('dragover', enter, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', receive, { signal });
    document.addEventListener('paste', paste, { signal });
    return () => owner.abort();
  }, []);

  return (
    <div class="drop" data-over={over ? '' : undefined}>
      <p class="drop-title">{say('preview_drop')}</p>
      <label class="button button-main">
        {say('preview_choose')}
        <input
          type="file"
          class="visually-hidden"
          multiple
          accept={ACCEPT}
          aria-describedby="drop-note"
          onChange={({ currentTarget }) => {
            void take([...(currentTarget.files ?? [])]);
            // The same file may be chosen again after it was mended.
            currentTarget.value = '';
          }}
        />
      </label>
      <p class="note" id="drop-note">
        {say('preview_drop_note')}
      </p>
      <p class="refused" role="status">
        {refused.length === 0 ? '' : say('preview_refused', { name: refused.join(', ') })}
      </p>
    </div>
  );
}
