import type { BriefingBlock, KeyValue } from '#model/briefing.ts';
import { BriefingTable } from './BriefingTable.tsx';
import { Picture } from './Picture.tsx';
import { TimelineFigure } from './TimelineFigure.tsx';
import { Told } from './Told.tsx';

/** The blocks of a section, one under the other. */
export function Blocks({ blocks }: { blocks: readonly BriefingBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes, its blocks have no other name
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { block: BriefingBlock }) {
  switch (block.type) {
    case 'subheading':
      return (
        <h3>
          <Told text={block.text} />
        </h3>
      );
    case 'quote':
      return (
        <blockquote className="bp-quote">
          <p>
            <Told text={block.text} />
          </p>
          <footer>
            <Told text={block.by} />
          </footer>
        </blockquote>
      );
    case 'text':
      return (
        <p className={block.strong ? 'bp-strong' : 'bp-text'}>
          <Told text={block.text} />
        </p>
      );
    case 'empty':
      return (
        <p className="bp-empty">
          <Told text={block.text} />
        </p>
      );
    case 'facts':
      return <Facts items={block.items} />;
    case 'timeline':
      return <TimelineFigure drawing={block.drawing} />;
    case 'picture':
      return <Picture picture={block} />;
    case 'list':
      return (
        <ul className="bp-list">
          {block.items.map((item) => (
            <li key={item}>
              <Told text={item} />
            </li>
          ))}
        </ul>
      );
    case 'boxes':
      return (
        <div className="bp-boxes">
          {block.items.map((box) => (
            <div key={box.heading + box.lines.join()} className={box.solid ? 'bp-box bp-solid' : 'bp-box'}>
              <h3>
                <Told text={box.heading} />
              </h3>
              {box.lines.map((line) => (
                <p key={line}>
                  <Told text={line} />
                </p>
              ))}
            </div>
          ))}
        </div>
      );
    case 'table':
      return <BriefingTable columns={block.columns} rows={block.rows} />;
    case 'fill':
      return (
        <div className="bp-fill">
          {block.labels.map((label) => (
            <p key={label}>{label}</p>
          ))}
        </div>
      );
  }
}

/** Names and what they are, a hair line between. */
export function Facts({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl className="bp-facts">
      {items.map(({ key, value, strong }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same name may stand twice
        <div key={index}>
          <dt>
            <Told text={key} />
          </dt>
          <dd className={strong ? 'bp-strong' : undefined}>
            <Told text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
