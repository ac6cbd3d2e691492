import type { Voice } from '../present/sentence.ts';
import { keyOf } from '../present/sentence.ts';
import { DocumentPage } from '../ui/document-page.tsx';
import { StandingGlyph, StatusGlyph } from '../ui/glyph.tsx';
import { VoiceContext } from '../ui/voice.ts';
import type { Standing, Status } from '../verify/report.ts';

interface WelcomeProps {
  readonly voice: Voice;
  readonly onSettings: () => void;
}

const WHAT = ['welcome_what_find', 'welcome_what_check', 'welcome_what_explain'] as const;
const ASKS = ['welcome_ask_click', 'welcome_ask_sites', 'welcome_ask_nothing'] as const;

interface Sample {
  readonly title: string;
  readonly line: 'issued_by' | 'issuer_calls_itself' | 'issuer_page_says';
  readonly issuer: string;
  readonly status: Status;
  readonly standing: Standing;
}
/** One sample of each kind that a first profile shows, the most common first. */
const SAMPLES: readonly Sample[] = [
  {
    title: 'sample_title_4', // nobody says who the issuer is, so there is only the record's word
    line: 'issuer_calls_itself',
    issuer: 'sample_issuer_4',
    status: 'signature-verified',
    standing: 'unrecognised',
  },
  {
    title: 'sample_title_1',
    line: 'issued_by',
    issuer: 'sample_issuer_1',
    status: 'issuer-confirmed',
    standing: 'verified',
  },
  {
    title: 'sample_title_2',
    line: 'issued_by',
    issuer: 'sample_issuer_2',
    status: 'expired',
    standing: 'caution',
  },
  {
    title: 'sample_title_3', // no record came, so there is only the page's word
    line: 'issuer_page_says',
    issuer: 'sample_issuer_3',
    status: 'unreachable',
    standing: 'inconclusive',
  },
];

/** What it does, what it asks for, what it cannot tell, and what a result looks like. */
export function Welcome({ voice, onSettings }: WelcomeProps) {
  const { say } = voice;
  return (
    <VoiceContext.Provider value={voice}>
      <DocumentPage title={say('welcome_title')} lead={say('welcome_lead')}>
        <section>
          <h2>{say('welcome_sample_title')}</h2>
          <p class="note">{say('welcome_sample_note')}</p>
          <ul class="plain samples">
            {SAMPLES.map((sample) => (
              <SampleRow sample={sample} voice={voice} />
            ))}
          </ul>
        </section>
        <Points title={say('welcome_what_title')} points={WHAT.map((key) => say(key))} />
        <Points title={say('welcome_ask_title')} points={ASKS.map((key) => say(key))} />
        <section>
          <h2>{say('welcome_limits_title')}</h2>
          <p>{say('welcome_limits_text')}</p>
        </section>
        <section>
          <p>{say('welcome_start')}</p>
          <button type="button" class="button" onClick={onSettings}>
            {say('welcome_settings')}
          </button>
        </section>
      </DocumentPage>
    </VoiceContext.Provider>
  );
}

const Points = ({ title, points }: { readonly title: string; readonly points: readonly string[] }) => (
  <section>
    <h2>{title}</h2>
    <ul>
      {points.map((point) => (
        <li>{point}</li>
      ))}
    </ul>
  </section>
);

function SampleRow({ sample, voice: { say } }: { readonly sample: Sample; readonly voice: Voice }) {
  const { title, line, issuer, status, standing } = sample;
  return (
    <li class="sample" data-standing={standing}>
      <p class="row-title">{say(title)}</p>
      <p class="row-issuer">{say(line, { name: say(issuer) })}</p>
      <p class="verdict">
        <StatusGlyph sign={status} />
        <span class="status-word">{say(keyOf.status(status))}</span>
        <span class="standing">
          <StandingGlyph standing={standing} size={11} />
          {say(keyOf.standing(standing))}
        </span>
      </p>
      <p class="row-reason">
        {say(standing === 'unrecognised' ? keyOf.standingMeaning(standing) : keyOf.statusMeaning(status))}
      </p>
    </li>
  );
}
