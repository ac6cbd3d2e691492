import type { ComponentChildren } from 'preact';
import type { CardView, CriteriaView, EvidenceView, FactView, LinkView } from '../present/card.ts';
import type { SkillGroup } from '../present/skills.ts';
import { CheckList } from './check-list.tsx';
import { IssuerLadder } from './issuer-ladder.tsx';
import { Markdown } from './markdown.tsx';
import { OutLink } from './out-link.tsx';
import { useSay } from './voice.ts';

interface CredentialCardProps {
  readonly card: CardView;
  /** Title of the credential that contains this one. */
  readonly container: string | null;
  /** Buttons of the surface: check again, allow. */
  readonly actions?: ComponentChildren;
}

/** Everything about one credential, in the order in which a person asks. */
export function CredentialCard({ card, container, actions }: CredentialCardProps) {
  const say = useSay();
  return (
    <>
      <div class="meaning">
        <p>{card.verdict.meaning}</p>
        <p>{card.verdict.standingMeaning}</p>
      </div>
      {container !== null && <p class="note">{say('ui_within', { name: container })}</p>}
      {card.presented !== null && <p class="note">{card.presented}</p>}
      {card.image.heldFrom !== null && (
        <p class="note">{say('ui_image_held', { host: card.image.heldFrom })}</p>
      )}
      <div class="actions">{actions}</div>
      {card.dates.length > 0 && (
        <Section title={say('ui_dates')}>
          <Facts facts={card.dates} />
        </Section>
      )}
      <Section title={say('check_holder')}>
        {card.holder.name !== null && (
          <Facts facts={[{ label: say('ui_recipient'), value: card.holder.name }]} />
        )}
        <p>{card.holder.sentence}</p>
      </Section>
      {card.description !== null && (
        <Section title={say('ui_description')}>
          <p dir="auto">{card.description}</p>
        </Section>
      )}
      {card.skills.length > 0 && (
        <Section title={say('ui_skills')}>
          {card.skills.map((group) => (
            <Skills group={group} />
          ))}
        </Section>
      )}
      {card.criteria.length > 0 && (
        <Section title={say('ui_criteria')}>
          {card.criteria.map((each) => (
            <Criteria criteria={each} />
          ))}
        </Section>
      )}
      {card.results.length > 0 && (
        <Section title={say('ui_results')}>
          <Facts facts={card.results} />
        </Section>
      )}
      {card.evidence.length > 0 && (
        <Section title={say('ui_evidence')}>
          <ul class="plain evidence">
            {card.evidence.map((each) => (
              <Evidence evidence={each} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={say('ui_issuer')}>
        <IssuerLadder ladder={card.ladder} />
      </Section>
      <Section title={say('ui_checks')}>
        <CheckList checks={card.checks} />
      </Section>
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
      <Section title={say('ui_contacted')}>
        <Contacts card={card} />
        <p class="note">{card.judgedAt}</p>
      </Section>
    </>
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
    {facts.map(({ label, value }) => (
      <div>
        <dt>
          <bdi>{label}</bdi>
        </dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </div>
    ))}
  </dl>
);

function Skills({ group }: { readonly group: SkillGroup }) {
  const say = useSay();
  return (
    <div class="skills">
      <p class="note">{group.framework === null ? say('ui_skills_tags') : <bdi>{group.framework}</bdi>}</p>
      <ul class="plain">
        {group.skills.map(({ name, code, href }) => {
          const words = code === null ? name : `${name} (${code})`;
          return (
            <li class="skill">
              <bdi>{href === null ? words : <OutLink href={href}>{words}</OutLink>}</bdi>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Criteria({ criteria }: { readonly criteria: CriteriaView }) {
  return (
    <>
      <Markdown blocks={criteria.blocks} />
      <LinkLine link={criteria.link} words="ui_criteria_link" />
    </>
  );
}

const Evidence = ({ evidence }: { readonly evidence: EvidenceView }) => (
  <li>
    {evidence.title !== null && (
      <p class="evidence-title">
        <bdi>{evidence.title}</bdi>
      </p>
    )}
    {evidence.kind !== null && (
      <p class="note">
        <bdi>{evidence.kind}</bdi>
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
