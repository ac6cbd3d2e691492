import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const huggingFace: Provider = {
  // Evidence: links as people publish them
  id: 'hugging-face',
  name: 'Hugging Face courses',
  group: 'technology',
  hosts: [],
  shapes: [
    {
      kind: 'file',
      pattern: link(
        'huggingface\\.co',
        '/datasets/(?<owner>[\\w-]+)/(?<id>(?:final-)?certificates/resolve/[^?#]+\\.(?:webp|png|pdf|jpg))',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://huggingface.co/datasets/agents-course/final-certificates/resolve/main/certificates/exampleperson/2026-01-01.webp',
      ],
      hint: ['/certificates/resolve/', '-certificates/resolve/'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  counterExamples: ['https://huggingface.co/datasets/agents-course/unit_1_quiz'],
};
