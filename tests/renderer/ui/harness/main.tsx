import '#contract/route.ts';
import '@mantine/core/styles.layer.css';
import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { When } from '#model/when.ts';
import { useKeys } from '#renderer/app/frame/use-keys.ts';
import { createWords } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { DateTimeField, InstantField, LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { firstField } from '#renderer/ui/first-field.ts';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { RowLink, Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { cssVariables, theme } from '#renderer/ui/theme.ts';

/** The controls alone, each writing what it hands over into a list on the page. */
function Harness() {
  const [log, setLog] = useState<readonly string[]>([]);
  const [name, setName] = useState('Lind');
  const [when, setWhen] = useState<When | null>(null);
  const [local, setLocal] = useState<string | null>('2026-03-29T21:00');
  const [at, setAt] = useState<number | null>(null);
  const [end, setEnd] = useState<number | null>(null);
  const [side, setSide] = useState<'a' | 'b' | 'c'>('a');
  const [there, setThere] = useState(true);
  const [dialog, setDialog] = useState(false);
  const [bare, setBare] = useState(false);
  useCommands([{ id: 'print', label: 'Skriv ut', keys: 'Ctrl+P', run: () => add('print') }]);
  useKeys(true);
  const add = (line: string) => setLog((lines) => [...lines, line]);
  return (
    <main>
      <h1>Felt</h1>
      {there && (
        <TextField
          label="Navn"
          value={name}
          onCommit={(value) => {
            add(`name ${value}`);
            // As the store does: what was handed over comes back a moment later.
            setTimeout(() => setName(value));
          }}
        />
      )}
      <TextArea label="Tekst" value="" onCommit={(value) => add(`text ${value}`)} />
      <TextField
        label="Angret"
        value="før"
        onCommit={async (value) => {
          add(`taken back ${value}`);
          // As the store does when it was taken back before it was read.
          return value !== 'avvist';
        }}
      />
      <DateTimeField
        label="Når"
        value={when}
        onCommit={(value) => {
          const how = value?.qualifier ? `${value.qualifier} ` : '';
          add(`when ${value ? `${how}${value.precision} ${new Date(value.fromAt).toISOString()}` : 'none'}`);
          setWhen(value);
        }}
      />
      <LocalTimeField
        label="Fra"
        value={local}
        onCommit={(value) => {
          add(`local ${value}`);
          setLocal(value);
        }}
      />
      <InstantField
        label="Sjekket"
        value={at}
        onCommit={(value) => {
          add(`at ${value}`);
          setAt(value);
        }}
      />
      <InstantField
        label="Til og med"
        isEnd
        value={end}
        onCommit={(value) => {
          add(`end ${value === null ? 'none' : new Date(value).toISOString()}`);
          setEnd(value);
        }}
      />
      <Segmented
        label="Side"
        value={side}
        options={(['a', 'b', 'c'] as const).map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={setSide}
      />
      <Table label="Rader" head={<Th>Navn</Th>}>
        {['en', 'to', 'tre'].map((row) => (
          <Tr key={row} onOpen={() => add(`open ${row}`)}>
            <Td>
              <RowLink onOpen={() => add(`open ${row}`)}>{row}</RowLink>
            </Td>
          </Tr>
        ))}
      </Table>
      <form onSubmit={(event) => event.preventDefault()}>
        <DateTimeField
          label="Siden"
          value={{ fromAt: 0, toAt: 60_000, precision: 'minute', zone: 'Europe/Oslo' }}
          onCommit={() => undefined}
        />
        <TextField label="Vilkår" value="" onCommit={() => undefined} />
        <Button
          onClick={(event) => {
            const { form } = event.currentTarget;
            if (form) firstField(form)?.focus();
          }}
        >
          Fyll ut
        </Button>
      </form>
      <Button onClick={() => setName('Rogn')}>Fra andre</Button>
      <Button onClick={() => setThere(false)}>Ta bort</Button>
      <Button onClick={() => setDialog(true)}>Spør</Button>
      <Dialog open={dialog} title="Spørsmål" onClose={() => setDialog(false)} onConfirm={() => add('confirmed')}>
        <InstantField
          label="Gjelder fra"
          value={Date.UTC(2026, 2, 29, 3, 12)}
          onCommit={(value) => add(`from ${value}`)}
        />
        <TextField label="Grunn" value="før" onCommit={(value) => add(`reason ${value}`)} data-autofocus />
      </Dialog>
      <Button onClick={() => setBare(true)}>Uten felt</Button>
      <Dialog open={bare} title="Bare et svar" onClose={() => setBare(false)} onConfirm={() => add('answered')}>
        <p>Det er ikke mer å si.</p>
      </Dialog>
      <ol aria-label="Overlevert">
        {log.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added
          <li key={index}>{line}</li>
        ))}
      </ol>
    </main>
  );
}

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    getStyleNonce={() => document.documentElement.dataset.nonce ?? ''}
  >
    <I18nextProvider i18n={createWords('nb')}>
      <Harness />
    </I18nextProvider>
  </MantineProvider>,
);
