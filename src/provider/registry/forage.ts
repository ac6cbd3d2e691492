import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const forage: Provider = {
  // Evidence: links as people publish them
  id: 'forage',
  name: 'Forage',
  group: 'learning-platform',
  hosts: [],
  shapes: [
    {
      kind: 'file',
      pattern: link(
        '(?:(?:forage-uploads-prod|insidesherpa)\\.s3\\.amazonaws\\.com|www\\.theforage\\.com)',
        '/completion-certificates/(?<id>[^?#]+_completion_certificate\\.pdf)',
      ),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: [
        'https://forage-uploads-prod.s3.amazonaws.com/completion-certificates/Example/AbCdEf_Example_GhIjKl_1700000000000_completion_certificate.pdf',
        'https://www.theforage.com/completion-certificates/AbCdEf/GhIjKl_AbCdEf_0123_1700000000000_completion_certificate.pdf',
      ],
      hint: ['-certificate'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  note: 'A job simulation that somebody finished, as a PDF.',
  counterExamples: ['https://www.theforage.com/simulations/example'],
};
