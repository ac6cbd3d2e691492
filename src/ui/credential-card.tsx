import type { ComponentChildren } from 'preact';
import type { LinkView } from '../present/address.ts';
import type { CardView } from '../present/card.ts';
import type { EarnedView, EvidenceView } from '../present/earned.ts';
import type { FactView } from '../present/fact.ts';
import type { SkillGroup } from '../present/skills.ts';
import { CheckList } from './check-list.tsx';
import { Domain } from './domain.tsx';
import { StandingGlyph } from './glyph.tsx';
import { Help } from './help.tsx';
import { IssuerSteps } from './issuer-steps.tsx';
import { Markdown } from './markdown.tsx';
import { OutLink } from './out-link.tsx';
import { useSay } from './voice.ts';

interface CredentialCardProps {
  readonly card: CardView;
  /** That it came inside another record. */
  readonly container: string | null;
  /** The larger awards that it counts towards, or its own progress if it is one. */
  readonly stacks?: readonly string[];
  /** The surface's buttons: recognise the issuer, check again, allow. */
  readonly actions?: ComponentChildren;
}

/** First what it is, who says so, whose it is, until when, and what it shows. Everything else is folded. */
export function CredentialCard({ card, container, stacks = [], actions }: CredentialCardProps) {
  const say = useSay();
  return (
    <>
      <div class="meaning">
        <p>
          {card.lead.slice(0, -1)}
          <Help after={card.lead.slice(-1)} of={card.verdict.statusWord}>
            {card.verdict.standingMeaning}
          </Help>
        </p>
        {container !== null && <p class="note">{container}</p>}
        {stacks.map((words) => (
          <p key={words} class="note" data-stack="">
            {words}
          </p>
        ))}
        {card.viewer !== null && (
          <p class="note">
            <OutLink href={card.viewer.href}>
              {say('ui_europass_viewer')} ({card.viewer.host})
            </OutLink>
          </p>
        )}
        {card.presented !== null && <p class="note">{card.presented}</p>}
      </div>
      <dl class="answers">
        <Answer question={say('ui_issuer')}>
          <p>
            <bdi>{card.issuer}</bdi>
          </p>
          <p class="note">{card.how}</p>
          {card.ladder.warnings.map((warning) => (
            <p key={warning} class="warning">
              <StandingGlyph standing="caution" size={14} />
              <span>{warning}</span>
            </p>
          ))}
          <IssuerSteps ladder={card.ladder} />
        </Answer>
        <Answer question={say('check_holder')}>
          {card.holder.sentences.map((sentence, at) => (
            <p key={sentence} class={at === 0 ? undefined : 'note'}>
              {sentence}
            </p>
          ))}
        </Answer>
        {card.dates.length > 0 && (
          <Answer question={say('ui_dates')}>
            <p class="dates">
              {card.dates.map(({ label, value }) => (
                <span key={label}>
                  {label}: <bdi>{value}</bdi>
                </span>
              ))}
            </p>
          </Answer>
        )}
        {card.skills.length > 0 && (
          <Answer question={say('ui_skills')}>
            {card.skills.map((group) => (
              <Skills key={group.framework} group={group} isFolded={isLong(card.skills)} />
            ))}
          </Answer>
        )}
      </dl>
      <div class="actions">{actions}</div>
      <Earned card={card} />
      <Checked card={card} />
    </>
  );
}

const Answer = ({
  question,
  children,
}: {
  readonly question: string;
  readonly children: ComponentChildren;
}) => (
  <div>
    <dt>{question}</dt>
    <dd>{children}</dd>
  </div>
);

/** What was required and with what result. It is folded, because most readers first ask who and whether. */
function Earned({ card }: { readonly card: CardView }) {
  if (card.earned.length === 0) return null;
  return (
    <details class="fold">
      <summary>{card.earnedWords}</summary>
      {card.earned.map((part) =>
        part.title === null ? <EarnedPart part={part} /> : <OneOfSeveral part={part} />,
      )}
    </details>
  );
}

/** Of fifty achievements the reader first sees the names. */
const OneOfSeveral = ({ part }: { readonly part: EarnedView }) => (
  <details class="part">
    <summary>
      <bdi>{part.title}</bdi>
    </summary>
    <EarnedPart part={part} />
  </details>
);

function EarnedPart({ part }: { readonly part: EarnedView }) {
  const say = useSay();
  const { description, details, criteria, results, evidence } = part;
  return (
    <>
      {description !== null && <p dir="auto">{description}</p>}
      {details.length > 0 && <Facts facts={details} />}
      {results.length > 0 && (
        <Section title={say('ui_results')}>
          <Facts facts={results} />
        </Section>
      )}
      {criteria !== null && (
        <Section title={say('ui_criteria')}>
          <Markdown blocks={criteria.blocks} />
          <LinkLine link={criteria.link} words="ui_criteria_link" />
        </Section>
      )}
      {evidence.length > 0 && (
        <Section title={say('ui_evidence')}>
          <ul class="plain evidence">
            {evidence.map((each) => (
              <Evidence evidence={each} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** How all of this is known: every check, the issuer's id, the page's words, the record, and who was asked. */
function Checked({ card }: { readonly card: CardView }) {
  const say = useSay();
  const { domain, id } = card.ladder;
  return (
    <details class="fold">
      <summary>{say('ui_checks')}</summary>
      <CheckList checks={card.checks} />
      {(domain !== null || id !== null) && (
        <Section title={say('ui_issuer_id')}>
          {domain !== null && (
            <p class="ladder-domain">
              <Domain domain={domain} />
            </p>
          )}
          {id !== null && (
            <p class="note">
              <bdi dir="ltr">{id}</bdi>
            </p>
          )}
        </Section>
      )}
      {card.pageSays.length > 0 && (
        <Section title={say('ui_page_says')}>
          <Facts facts={card.pageSays} />
        </Section>
      )}
      {card.record.length > 0 && (
        <Section title={say('ui_record')}>
          <Facts facts={card.record} />
        </Section>
      )}
      {card.alsoLinked.length > 0 && (
        <Section title={say('ui_also_linked')}>
          <ul class="plain" data-also-linked="">
            {card.alsoLinked.map((address) => (
              <li>
                <bdi class="address" dir="ltr">
                  {address}
                </bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say('ui_contacted')}>
        <Contacts card={card} />
        {card.image.heldFrom !== null && (
          <p class="note">{say('ui_image_held', { host: card.image.heldFrom })}</p>
        )}
        <p class="note">{card.judgedAt}</p>
      </Section>
    </details>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="section">
    <h4>{title}</h4>
    {children}
  </section>
);

const Facts = ({ facts }: { readonly facts: readonly FactView[] }) => (
  <dl class="facts">
    {facts.map(({ label, value, parts = [value] }) => (
      <div>
        <dt>
          <bdi>{label}</bdi>
        </dt>
        <dd>
          {parts.map((part, at) => (
            <>
              {at > 0 && ' · '}
              <bdi>{part}</bdi>
            </>
          ))}
        </dd>
      </div>
    ))}
  </dl>
);

/** More than these would push the buttons and the folds out of sight. */
const MAX_UNFOLDED_SKILLS = 12;
const isLong = (groups: readonly SkillGroup[]): boolean =>
  groups.reduce((sum, { skills }) => sum + skills.length, 0) > MAX_UNFOLDED_SKILLS;

function Skills({ group, isFolded }: { readonly group: SkillGroup; readonly isFolded: boolean }) {
  const say = useSay();
  const { framework, skills } = group;
  const name = framework === null ? say('ui_skills_tags') : <bdi>{framework}</bdi>;
  const list = (
    <ul class="plain">
      {skills.map(({ name, code, href }) => {
        const words = code === null ? name : `${name} (${code})`;
        return (
          <li class="skill">
            <bdi>{href === null ? words : <OutLink href={href}>{words}</OutLink>}</bdi>
          </li>
        );
      })}
    </ul>
  );
  if (!isFolded)
    return (
      <div class="skills">
        <p class="note">{name}</p>
        {list}
      </div>
    );
  return (
    <details class="skills-fold">
      <summary class="note">
        {name} ({skills.length})
      </summary>
      <div class="skills">{list}</div>
    </details>
  );
}

const Evidence = ({ evidence }: { readonly evidence: EvidenceView }) => (
  <li>
    {evidence.title !== null && (
      <p class="evidence-title" dir="auto">
        {evidence.title}
      </p>
    )}
    {evidence.kind !== null && (
      <p class="note" dir="auto">
        {evidence.kind}
      </p>
    )}
    <Markdown blocks={evidence.blocks} />
    <LinkLine link={evidence.link} words="ui_evidence_link" />
  </li>
);

function LinkLine({ link, words }: { readonly link: LinkView | null; readonly words: string }) {
  const say = useSay();
  if (link === null) return null;
  return (
    <p>
      <OutLink href={link.href}>{say(words, { host: link.host })}</OutLink>
    </p>
  );
}

function Contacts({ card }: { readonly card: CardView }) {
  const say = useSay();
  if (card.contacted.length === 0) return <p>{say('ui_contacted_none')}</p>;
  return (
    <ul class="plain contacts">
      {card.contacted.map(({ address, at, outcome }) => (
        <li>
          <bdi class="address" dir="ltr">
            {address}
          </bdi>
          <span class="note">{say('ui_contacted_line', { date: at, reason: outcome })}</span>
        </li>
      ))}
    </ul>
  );
}
