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
  return (
    <WithheldWord value={withheldWord}>
      <article className={`bp bp-on-${on} bp-${profile}`} lang={language} data-theme="light" aria-label={heading}>
        {on === 'screen' && <SheetHead document={document} />}
        <header className="bp-head">
          <p className="bp-handling">{handling}</p>
          <h1>{heading}</h1>
          <Facts items={facts} />
        </header>
        {sections.map((section) => {
          const icon = ICONS[section.id];
          return (
            <section key={section.id} className={`bp-section bp-section-${section.id}`}>
              <h2>
                {icon && <Mark name={icon} />}
                {section.heading}
                {section.aside && <small> {section.aside}</small>}
              </h2>
              <Blocks blocks={section.blocks} />
            </section>
          );
        })}
        {on === 'screen' && <SheetFoot document={document} />}
      </article>
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
