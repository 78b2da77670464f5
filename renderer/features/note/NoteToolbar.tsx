import { type Ref, useImperativeHandle } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionId, actionOf } from '#renderer/editor/commands/actions.ts';
import { BLOCK_KINDS } from '#renderer/editor/commands/blocks.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { IconName } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { Desk } from './desk.ts';
import { useRoving } from './use-roving.ts';

interface Props {
  desk: Desk;
  /** Id of the text the toolbar works on. */
  controls: string;
  ref: Ref<{ focus(): void }>;
}

/** Formats of the text. Alt+F10 leads here from the text, Esc back. */
export function NoteToolbar({ desk, controls, ref }: Props) {
  const { t } = useTranslation('note');
  const { editor } = desk;
  const state = useStore(editor.toolbar);
  const roving = useRoving(() => editor.focus());
  useImperativeHandle(ref, () => ({ focus: roving.focus }));

  const button = (id: ActionId, icon: IconName, on?: boolean) => (
    <IconButton
      key={id}
      size="sm"
      icon={icon}
      label={t(`action.${id}`)}
      keys={actionOf(id).keys}
      {...(on === undefined ? {} : { on })}
      data-rove
      // The text keeps its selection while a button is clicked.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => editor.run(id)}
    />
  );
  const history = (id: 'undo' | 'redo', can: boolean) => (
    <IconButton
      size="sm"
      icon={id}
      label={t(`action.${id}`)}
      keys={actionOf(id).keys}
      aria-disabled={!can}
      data-rove
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => can && editor.run(id)}
    />
  );

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
      <Menu
        side="bottom-start"
        groups={[
          BLOCK_KINDS.map((kind) => ({
            id: kind,
            label: t(`action.${kind}`),
            keys: actionOf(kind).keys,
            checked: state.block === kind,
            run: () => state.block !== kind && editor.run(kind),
          })),
        ]}
      >
        <Button size="sm" variant="quiet" iconAfter="chev-d" className="note-block-button" data-rove>
          {t(state.block ? `action.${state.block}` : 'mixedBlocks')}
        </Button>
      </Menu>
      <span className="note-toolbar-line" />
      {button('bold', 'bold', state.bold)}
      {button('italic', 'italic', state.italic)}
      {button('strike', 'strike', state.strike)}
      <span className="note-toolbar-line" />
      {button('heading1', 'heading', state.block === 'heading1')}
      {button('bullet', 'list', state.block === 'bullet')}
      {button('quote', 'quote', state.block === 'quote')}
      <span className="note-toolbar-line" />
      {button('mention', 'at')}
      <span className="vb-grow" />
      {history('undo', state.canUndo)}
      {history('redo', state.canRedo)}
    </div>
  );
}
