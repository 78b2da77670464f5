import { type Ref, useImperativeHandle } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionId, actionOf } from '#renderer/editor/commands/actions.ts';
import { BLOCK_KINDS } from '#renderer/editor/commands/blocks.ts';
import { TABLE_STEPS } from '#renderer/editor/commands/tables.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { IconName } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { Desk } from './desk.ts';
import { NOTE_KEYS } from './note-keys.ts';
import { useRoving } from './use-roving.ts';

/** What the toolbar asks the page for. */
export interface ToolbarAsks {
  sign(): void;
  /** Words of a signed text are to be struck. */
  strike(): void;
  addendum(): void;
  /** The selected words are to be a link. */
  link(): void;
  /** The statement before the caret is to be graded; null where statements are not graded. */
  grade: (() => void) | null;
  find(): void;
  /** A picture of the attachments is to be put in. */
  image(): void;
}

interface Props {
  desk: Desk;
  asks: ToolbarAsks;
  /** Id of the text the toolbar works on. */
  controls: string;
  ref: Ref<{ focus(): void }>;
}

/** Formats of the text, and the steps of its life. Alt+F10 leads here from the text, Esc back. */
export function NoteToolbar({ desk, asks, controls, ref }: Props) {
  const { t } = useTranslation(['note', 'writing']);
  const roving = useRoving(() => desk.editor.focus());
  useImperativeHandle(ref, () => ({ focus: roving.focus }));
  const canWrite = desk.keeper !== null;
  return (
    <div
      ref={roving.ref}
      className="note-toolbar"
      role="toolbar"
      aria-label={t('toolbar')}
      aria-controls={controls}
      onKeyDown={roving.onKeyDown}
      onKeyDownCapture={roving.onKeyDownCapture}
      onFocus={roving.onFocus}
    >
      {canWrite && <Formats desk={desk} asks={asks} />}
      {desk.signed && (
        <Button size="sm" variant="quiet" icon="strike" data-rove onMouseDown={keep} onClick={asks.strike}>
          {t('writing:strike.do')}
        </Button>
      )}
      {desk.signed && !desk.hasOpenAddendum && (
        <Button size="sm" variant="quiet" icon="plus" data-rove onClick={asks.addendum}>
          {t('writing:addendum.begin')}
        </Button>
      )}
      <span className="vb-grow" />
      {canWrite && <History desk={desk} />}
      <IconButton
        size="sm"
        icon="search"
        label={t('writing:find.do')}
        keys={NOTE_KEYS.find}
        data-rove
        onMouseDown={keep}
        onClick={asks.find}
      />
      {canWrite && (
        <Button size="sm" icon="seal" data-rove onMouseDown={keep} onClick={asks.sign}>
          {t(desk.signed ? 'writing:sign.addendum' : 'writing:sign.note')}
        </Button>
      )}
    </div>
  );
}

/** The text keeps its selection while a button is clicked. */
function keep(event: { preventDefault(): void }): void {
  event.preventDefault();
}

function Formats({ desk, asks }: Pick<Props, 'desk' | 'asks'>) {
  const { t } = useTranslation(['note', 'writing']);
  const { editor } = desk;
  const state = useStore(editor.toolbar);
  const picture = useStore(editor.pictures.selected);
  const button = (id: ActionId, icon: IconName, on?: boolean) => (
    <IconButton
      key={id}
      size="sm"
      icon={icon}
      label={t(`action.${id}`)}
      keys={actionOf(id).keys}
      {...(on === undefined ? {} : { on })}
      data-rove
      onMouseDown={keep}
      onClick={() => editor.run(id)}
    />
  );
  return (
    <>
      <Menu
        side="bottom-start"
        groups={[
          BLOCK_KINDS.map((kind) => ({
            id: kind,
            label: t(`action.${kind}`),
            ...(actionOf(kind).keys ? { keys: actionOf(kind).keys } : {}),
            checked: state.block === kind,
            disabled: state.inTable || picture !== null,
            run: () => state.block !== kind && editor.run(kind),
          })),
        ]}
      >
        <Button size="sm" variant="quiet" iconAfter="chev-d" className="note-block-button" data-rove>
          {picture
            ? t('writing:picture.which')
            : t(state.block ? `action.${state.block}` : state.inTable ? 'action.table' : 'mixedBlocks')}
        </Button>
      </Menu>
      <span className="note-toolbar-line" />
      {button('bold', 'bold', state.bold)}
      {button('italic', 'italic', state.italic)}
      {button('strike', 'strike', state.strike)}
      <span className="note-toolbar-line" />
      {button('heading1', 'heading', state.block === 'heading1')}
      {button('bullet', 'list', state.block === 'bullet')}
      {button('check', 'check', state.block === 'check')}
      {button('quote', 'quote', state.block === 'quote')}
      {state.inTable ? <TableMenu desk={desk} /> : button('table', 'group')}
      <span className="note-toolbar-line" />
      {button('mention', 'at')}
      <IconButton
        size="sm"
        icon="link"
        label={t('writing:link.do')}
        keys={NOTE_KEYS.link}
        aria-disabled={!state.hasSelection}
        data-rove
        onMouseDown={keep}
        onClick={() => state.hasSelection && asks.link()}
      />
      <IconButton
        size="sm"
        icon="clip"
        label={t('writing:picture.insert')}
        aria-disabled={state.inTable}
        data-rove
        onMouseDown={keep}
        onClick={() => !state.inTable && asks.image()}
      />
      {asks.grade && (
        <Button
          size="sm"
          variant="quiet"
          data-rove
          aria-disabled={state.inQuote || state.isEmpty}
          aria-keyshortcuts="Control+G"
          onMouseDown={keep}
          onClick={asks.grade}
        >
          {t('writing:grading.do')} <Kbd keys={NOTE_KEYS.grade} />
        </Button>
      )}
    </>
  );
}

function TableMenu({ desk }: { desk: Desk }) {
  const { t } = useTranslation('writing');
  return (
    <Menu
      side="bottom-start"
      groups={[
        TABLE_STEPS.map((step) => ({
          id: step,
          label: t(`table.${step}`),
          run: () => desk.editor.changeTable(step),
        })),
      ]}
    >
      <Button size="sm" variant="quiet" iconAfter="chev-d" data-rove>
        {t('table.menu')}
      </Button>
    </Menu>
  );
}

function History({ desk }: { desk: Desk }) {
  const { t } = useTranslation('note');
  const { editor } = desk;
  const state = useStore(editor.toolbar);
  const button = (id: 'undo' | 'redo', can: boolean) => (
    <IconButton
      size="sm"
      icon={id}
      label={t(`action.${id}`)}
      keys={actionOf(id).keys}
      aria-disabled={!can}
      data-rove
      onMouseDown={keep}
      onClick={() => can && editor.run(id)}
    />
  );
  return (
    <>
      {button('undo', state.canUndo)}
      {button('redo', state.canRedo)}
    </>
  );
}
