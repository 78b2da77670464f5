import type { BriefingDocument } from '#model/briefing.ts';
import type { IconName } from '#resources/icons/paths.ts';
import { Blocks, Facts } from './Blocks.tsx';
import { Mark } from './Mark.tsx';
import { WithheldWord } from './Told.tsx';
import './paper.css';

const ICONS: Record<string, IconName> = {
  'her-words': 'k-need',
  contact: 'phone',
  whereabouts: 'pin',
  open: 'flag',
  threats: 'k-threat',
  orders: 'k-order',
  breaches: 'k-breach',
  contradictions: 'warn',
  evidence: 'clip',
  alarm: 'bell',
  measures: 'k-guard',
  court: 'k-court',
  assessment: 'k-assess',
  chronology: 'timeline',
  danger: 'warn',
  who: 'person',
  'what-if': 'radio',
  wish: 'k-need',
  'read-back': 'check',
};

interface Props {
  document: BriefingDocument;
  /**
   * On paper the margins carry marking, number and trace on every page; on the screen the sheet carries them itself.
   */
  on: 'paper' | 'screen';
}

/** A briefing as it leaves: the same for preview and print, always light, legible in black and white. */
export function BriefingPaper({ document, on }: Props) {
  const { language, profile, heading, facts, sections, handling, withheldWord } = document;
  const article = (
    <article className={`bp-article bp-${profile}`} aria-label={heading}>
      <header className="bp-head">
        <p className="bp-handling">{handling}</p>
        <h1>{heading}</h1>
        <Facts items={facts} />
      </header>
      {sections.map(({ id, heading: title, aside, blocks }) => {
        const icon = ICONS[id];
        return (
          <section key={id} className={`bp-section bp-section-${id}`}>
            <h2>
              {icon && <Mark name={icon} />}
              {title}
              {aside && <small> {aside}</small>}
            </h2>
            <div className="bp-body">
              <Blocks blocks={blocks} />
            </div>
          </section>
        );
      })}
    </article>
  );
  return (
    <WithheldWord value={withheldWord}>
      <div className={on === 'screen' ? 'bp bp-sheet' : 'bp'} lang={language} data-theme="light">
        {on === 'screen' && <SheetHead document={document} />}
        {article}
        {on === 'screen' && <SheetFoot document={document} />}
      </div>
    </WithheldWord>
  );
}

function SheetHead({ document }: { document: BriefingDocument }) {
  return (
    <div className="bp-sheet-head">
      <p>
        {document.reference}
        {document.demonstration && <b>{document.demonstration}</b>}
      </p>
      <p className="bp-marking">{document.markingText}</p>
      <p>{document.copyText}</p>
    </div>
  );
}

function SheetFoot({ document }: { document: BriefingDocument }) {
  return (
    <div className="bp-sheet-foot">
      <p>
        {document.copyText}
        <br />
        {document.checkpointText}
      </p>
      <p className="bp-marking">{document.markingText}</p>
      <p />
    </div>
  );
}
